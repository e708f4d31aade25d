"""Ledgers that others have drawn up: found out column by column, and never guessed silently."""
