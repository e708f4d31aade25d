"""How fast a build is and how much memory it takes; run by ``make bench``."""
