"""The command ``gongshi``: a thin face over the rooms before it."""

from generator.cli.starting import run

__all__ = ["run"]
