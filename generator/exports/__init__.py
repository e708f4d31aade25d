"""What the register gives away: its schema, its tables, its feeds."""
