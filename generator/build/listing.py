"""Writes the pages of lists, in several processes where there are many."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build.hands import noted, result
from generator.build.means import Means
from generator.outputs.outputs import Outputs, Units
from generator.pages.every import pages_of
from generator.pages.frame import Frame
from generator.pages.overview import Overview
from generator.pages.turn import Turn

_SHARES = 4
"""Shares for each who works: some pages are larger than others, and nobody should wait long at the end."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What lists are made from, and where they go."""

    folder: Path
    frames: Mapping[str, Frame]
    overview: Overview


@contextmanager
def lists(frames: Mapping[str, Frame], overview: Overview, means: Means) -> Iterator[None]:
    """Write the lists of a register; other work can be done meanwhile.

    What is written does not depend on who works.
    """
    outputs = means.filled
    made = Lists(outputs.folder, frames, overview)
    if not means.several:
        write(made, outputs)
        yield
        return
    note, of = means.hands.note(made), means.hands.count * _SHARES
    shares: list[Future[Units]] = [means.hands.submit(share, note, at, of) for at in range(of)]
    yield
    for each in shares:
        outputs.absorb(result(each))


def share(note: str, which: int, of: int) -> Units:
    """Write one share of the pages in another process; the units that were made."""
    made: Lists = noted(note, _same)
    outputs = Outputs(made.folder)
    write(made, outputs, which, of)
    return outputs.units


def write(made: Lists, outputs: Outputs, which: int = 0, of: int = 1) -> None:
    """Write every ``of``-th page, beginning with page number ``which``; what is as it was is taken over."""
    for section, page in pages_of(made.overview, Turn(which, of, outputs.take)):
        outputs.write(page.address, made.frames[section].encoded(page))
        outputs.made(page.address, [page.address])


def _same(made: Lists) -> Lists:
    return made
