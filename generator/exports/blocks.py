"""Blocks of records: what is deflated together for the sheets, and kept for the next build.

Where a block ends is told by the records' numbers alone, so that a record that comes, goes or changes
concerns its own block and no other. What a block is deflated to depends on nothing but its records.
"""

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.exports.archive import Piece, deflated, piece
from generator.exports.log import Appender, Log
from generator.exports.parts import NAMED, Block
from generator.exports.tables import tables

Record = tuple[str, bytes]
"""A record's number, and the key of its part."""

_EVERY = 256
_MOST = 1024
_BLOCKS = "blocks"
_TOLD = struct.Struct("<IQIQ")
_WIDTH = 2 * len(tables()) + 1


def cut(records: Sequence[Record]) -> Iterator[list[bytes]]:
    """The keys of the records' parts, block by block; a block has some 256 records, never above 1,024."""
    block: list[bytes] = []
    for number, key in records:
        block.append(key)
        if zlib.crc32(number.encode()) % _EVERY == 0 or len(block) == _MOST:
            yield block
            block = []
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

    def add(self, key: bytes, block: Callable[[], Block]) -> None:
        """Make sure that a block with this key is kept; ``block`` reads its records when it is not."""
        self._needed.append(key)
        if key not in self._log:
            found = block()
            self._appender.add(key, [*_packed(found), found.joined(NAMED)])

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


def _packed(block: Block) -> Iterator[bytes]:
    """For every table, what is to be told of its rows, and what they are deflated to."""
    counts = block.counts()
    for table in tables():
        data = block.joined(table, "xml")
        packed = deflated(data) if data else b""
        about = piece(data, packed)
        yield _TOLD.pack(counts[table], about.size, about.crc, about.packed)
        yield packed
