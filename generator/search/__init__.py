"""The search index: columns of all published projects as script files, and the scripts that search them."""
