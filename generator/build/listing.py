"""Writes the pages of lists, in several processes where there are many."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from generator.pages.every import pages_of
from generator.pages.frame import Frame
from generator.pages.overview import Overview
from generator.pages.turn import Turn

Frames = dict[str, Frame]
_WORTH_PROCESSES = 2000


@contextmanager
def lists(folder: Path, frames: Frames, overview: Overview, workers: int) -> Iterator[None]:
    """Write the lists of a register into ``folder``; other work can be done meanwhile.

    What is written does not depend on ``workers``.
    """
    if workers <= 1 or len(overview.rows) < _WORTH_PROCESSES:
        write(folder, frames, overview)
        yield
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context) as executor:
        parts = [executor.submit(write, folder, frames, overview, which, workers) for which in range(workers)]
        yield
        for part in parts:
            part.result()


def write(folder: Path, frames: Frames, overview: Overview, which: int = 0, of: int = 1) -> None:
    """Write one process's share of the pages."""
    made = set()
    for section, page in pages_of(overview, Turn(which, of)):
        target = folder / page.address
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(frames[section].encoded(page))
