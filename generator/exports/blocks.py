"""Blocks of records: what is deflated for the sheets of the whole register is kept block by block.

Where a block ends is told by the records' numbers alone, so that a record that comes, goes or changes
concerns its own block and no other. What a block is deflated to depends on nothing but its records.
"""

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.exports.archive import NOTHING, Piece, piece
from generator.exports.log import Appender, Log
from generator.exports.parts import NAMED, Joined
from generator.exports.tables import tables

Record = tuple[str, bytes]
"""A record's number, and the key of its part."""

Within = tuple[str, Sequence[Record]]
"""A township, told by the digits of its code, and its records in the order of their numbers."""

_EVERY = 256
_MOST = 1024
_BLOCKS = "blocks"
_TOLD = struct.Struct("<IQIQ")
_WIDTH = 2 * len(tables()) + 1


class Stretch(NamedTuple):
    """What one block has of one township: read, joined and deflated together, for all who want it.

    Attributes:
        keys: the keys of the records' parts.
        last: whether the township has no more records.
    """

    township: str
    keys: list[bytes]
    last: bool


def cut(within: Iterable[Within]) -> Iterator[list[Stretch]]:
    """The records of some townships, block by block.

    A block has some 256 records, a stretch never above 1,024. Stretches of a township are the same
    whatever stands beside it. Every township has one at least, if only an empty one.
    """
    block: list[Stretch] = []
    for township, records in within:
        keys: list[bytes] = []
        for number, key in records:
            keys.append(key)
            if zlib.crc32(number.encode()) % _EVERY == 0 or len(keys) == _MOST:
                yield [*block, Stretch(township, keys, last=False)]
                block, keys = [], []
        block.append(Stretch(township, keys, last=True))
    if block:
        yield block


class Sheaf(NamedTuple):
    """The rows of one table in a block, deflated: how many, what they are, and what gives them."""

    rows: int
    about: Piece
    packed: Callable[[], bytes]


class Blocks:
    """Deflated blocks that are kept; :meth:`add` those that are not, then ask for :meth:`of` them all."""

    def __init__(self, store: Path) -> None:
        self._folder = store / _BLOCKS
        self._log = Log(self._folder, _WIDTH)
        self._appender = Appender(self._folder, _WIDTH)
        self._needed: list[bytes] = []

    def __contains__(self, key: bytes) -> bool:
        return key in self._log

    def add(self, key: bytes, stretches: Sequence[Joined]) -> None:
        """Go on with a block; what it has of each township must be told of one that is not kept."""
        self._needed.append(key)
        if key not in self._log:
            named = b"".join([each.piece(NAMED) for each in stretches])
            self._appender.add(key, [*_packed(stretches), named])

    def named(self, key: bytes) -> bytes:
        """Whom the records of a kept block name, a line for each."""
        return self._log.piece(self._log[key], _WIDTH - 1)

    def of(self) -> Iterator[list[Sheaf]]:
        """All blocks that were added, in their order, with what lies in the store left there for now."""
        self._appender.flush()
        self._log.close()
        self._log = Log(self._folder, _WIDTH)
        for key in self._needed:
            yield [self._sheaf(key, at) for at in range(len(tables()))]

    def _sheaf(self, key: bytes, at: int) -> Sheaf:
        place, log = self._log[key], self._log
        rows, size, crc, packed = _TOLD.unpack(log.piece(place, 2 * at))
        return Sheaf(rows, Piece(size, crc, packed), lambda: log.piece(place, 2 * at + 1))

    def close(self) -> None:
        """Drop what is no longer needed, when it is much, and close the files."""
        self._log.tidy(self._needed)


def _packed(stretches: Sequence[Joined]) -> Iterator[bytes]:
    """For every table, what is to be told of its rows, and what they are deflated to."""
    for table in tables():
        about = NOTHING
        for each in stretches:
            about = piece(each.piece(table, "xml"), each.deflated(table), about)
        rows = sum(each.counts[table] for each in stretches)
        yield _TOLD.pack(rows, about.size, about.crc, about.packed)
        yield b"".join([each.deflated(table) for each in stretches])
