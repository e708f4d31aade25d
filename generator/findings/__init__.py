"""Findings as data: what is wrong, where, on which clause's ground, and how to mend it."""
