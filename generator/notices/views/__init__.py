"""One file per kind of sheet: what it says."""
