"""Data only: the base record and the examples of every rule; see ``generator.checks.example``."""
