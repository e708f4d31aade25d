"""The command ``gongshi``: a thin face over the rooms before it."""

from generator.cli.app import main, run

__all__ = ["main", "run"]
