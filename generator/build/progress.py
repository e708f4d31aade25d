"""Who is told how far the map is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told after every file how many of how many are done."""


def silent(done: int, files: int) -> None:
    """Progress that nobody watches."""
