"""What was told of many records together, remembered run by run: one change makes one run be asked again."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from generator.records.summary import Row

Remember = Callable[[str, bytes, Callable[[], bytes]], bytes]
"""Asked with a kind, a content and what tells that kind of it: what was told of it before, or is told now."""

Told = TypeVar("Told")

_OFTEN = b"\x02"
_FEW = 64


def forgetful(kind: str, content: bytes, make: Callable[[], bytes]) -> bytes:
    """Remember nothing."""
    return make()


def of_runs(
    rows: Sequence[Row], kind: str, make: Callable[[Sequence[Row]], Told], remember: Remember
) -> Iterable[Told]:
    """What ``make`` makes of every run of some rows; it must depend on nothing but the records and the base.

    The values must be plain, and nobody may change them.
    """
    if remember is forgetful or len(rows) < _FEW:
        return (make(rows),)
    return _remembered(rows, kind, make, remember)


def _remembered(
    rows: Sequence[Row], kind: str, make: Callable[[Sequence[Row]], Told], remember: Remember
) -> Iterator[Told]:
    for run in _runs(rows):
        content = b"".join([row.digest for row in run])
        told: list[Told] = []
        packed = remember(kind, content, partial(_packed, make, run, told))
        # What is told now is at hand; only what was told before has to be unpacked.
        yield told[0] if told else pickle.loads(packed)


def _packed(make: Callable[[Sequence[Row]], Told], run: Sequence[Row], told: list[Told]) -> bytes:
    told.append(make(run))
    return pickle.dumps(told[0])


def _runs(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Cut rows into runs of some hundred; where one ends is told by its last row alone.

    So a record that comes, goes or changes concerns its own run and at most the next.
    """
    start = 0
    for end in [at for at, row in enumerate(rows, 1) if row.digest[:1] < _OFTEN]:
        yield rows[start:end]
        start = end
    if start < len(rows):
        yield rows[start:]
