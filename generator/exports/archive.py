"""A zip archive of entries that are deflated already, so that equal parts need not be deflated again.

What is deflated by itself and ends on a whole byte can stand before or after anything that is made so
(RFC 1951, 3.2.4); the checksum of the whole comes from those of the parts.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_LEVEL = 2
_END = b"\x03\x00"
"""An empty last block: what ends a deflated entry."""
_POLYNOMIAL = 0xEDB88320
_ONE = 1 << 31
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_LAST = struct.Struct("<4s4H2IH")
_DAY = (1 << 5) | 1
"""The first of January 1980: archives of equal content are equal."""
_DEFLATED, _VERSION = 8, 20
_UNIX, _MODE = 3 << 8, 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an entry: its length and CRC-32 before it was deflated, and its length after."""

    size: int
    crc: int
    packed: int


def deflated(data: bytes) -> bytes:
    """Data deflated by itself, to stand anywhere in an entry."""
    made = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return made.compress(data) + made.flush(zlib.Z_SYNC_FLUSH)


NOTHING = Piece(0, 0, 0)


def piece(data: bytes, packed: bytes, before: Piece = NOTHING) -> Piece:
    """What an archive must know of data and what it was deflated to, together with what stands before."""
    return Piece(before.size + len(data), zlib.crc32(data, before.crc), before.packed + len(packed))


def joined(one: Piece, other: Piece) -> Piece:
    """The two one after the other."""
    crc = _product(_power(other.size), one.crc) ^ other.crc
    return Piece(one.size + other.size, crc, one.packed + other.packed)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the archive; ``data`` gives what its pieces were deflated to, one after the other."""

    name: str
    piece: Piece
    data: Iterable[bytes]


def archive(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The bytes of an archive, one piece after the other.

    Raises:
        OverflowError: an entry or the archive is larger than four gigabytes.
    """
    at = 0
    listed = []
    for entry in entries:
        name = entry.name.encode("ascii")
        whole, packed = entry.piece, entry.piece.packed + len(_END)
        if max(whole.size, packed, at) >> 32:
            raise OverflowError("an archive of this kind holds four gigabytes")
        told = (0, _DEFLATED, 0, _DAY, whole.crc, packed, whole.size, len(name), 0)
        yield _LOCAL.pack(b"PK\x03\x04", _VERSION, *told) + name
        yield from entry.data
        yield _END
        head = _CENTRAL.pack(b"PK\x01\x02", _UNIX | _VERSION, _VERSION, *told, 0, 0, 0, _MODE, at)
        listed.append(head + name)
        at += _LOCAL.size + len(name) + packed
    directory = b"".join(listed)
    yield directory + _LAST.pack(b"PK\x05\x06", 0, 0, len(listed), len(listed), len(directory), at, 0)


def _product(one: int, other: int) -> int:
    """The product of two polynomials over GF(2), modulo that of CRC-32; the highest bit is the constant."""
    product = 0
    while one:
        if one & _ONE:
            product ^= other
        one = (one << 1) & 0xFFFFFFFF
        other = (other >> 1) ^ _POLYNOMIAL if other & 1 else other >> 1
    return product


@lru_cache(maxsize=256)
def _power(size: int) -> int:
    """What so many bytes of zeros multiply a checksum with."""
    found = _ONE
    for bit in range(size.bit_length()):
        if size >> bit & 1:
            found = _product(_square(bit), found)
    return found


@lru_cache(maxsize=64)
def _square(bit: int) -> int:
    """The same for two to the power of ``bit`` bytes."""
    if bit == 0:
        return _ONE >> 8
    half = _square(bit - 1)
    return _product(half, half)
