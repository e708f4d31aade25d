"""The site in the browser while it is being written: what is saved shows, what is wrong is told."""
