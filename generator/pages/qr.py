"""QR codes to permanent addresses, as pictures.

A page of every record bears one, and encoding costs more than rendering the rest of the page. But a code
is linear: for addresses of one length, with one version and one mask, what a bit of the address contributes
is added without carry. So after the first few of a length one of them is the base, each bit in which others
differ from it is encoded once, and every further code is put together from those. They are kept as the rows
of a PNG of one bit a module, so that the sum is the picture.
"""

import base64
import re
import struct
import zlib
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

import segno

QUIET = 4
"""The empty border that readers need, in modules."""

_MASK = 3
"""The same for all: choosing the best of eight for each would cost the sums above, and readers cope."""

_TAIL = 9
"""So many characters at the end tell addresses apart most of the time, as in ``0001.html``."""

_FEW = 8
"""So many codes of a length are encoded whole before parts are made: these cost as much as some dozen codes,
and a build after an edit needs but a few."""

_whole: Counter[int] = Counter()
"""How many addresses of each length were encoded whole in this process; the codes are the same either way."""

_bases: dict[int, str] = {}
"""The address of each length from which others are told apart; the codes are the same whichever it is."""

_RUN = re.compile("1+")


class Code(NamedTuple):
    """A code with its quiet zone.

    Attributes:
        side: modules.
        rows: its rows as one number, each a byte 0 and then a bit a module, 0 where dark; rows end with
            light bits up to a whole byte.
    """

    side: int
    rows: int

    def data(self) -> bytes:
        """The rows as bytes."""
        return self.rows.to_bytes(self.side * _stride(self.side), "big")


def qr_png(url: str) -> str:
    """A code of error level Q, black on white, as a ``data:`` address of a picture, a pixel a module.

    Raises:
        ValueError: the address has no lower-case letter (then another encoding would be chosen), or is
            not ASCII, or is too long for a code.
    """
    code = _checked(url)
    data = code.data()
    # One stored block: it is short, and compressed bytes would differ between versions of the library.
    packed = b"\x78\x01\x01" + struct.pack("<HH", len(data), len(data) ^ 0xFFFF) + data
    packed += struct.pack(">I", zlib.adler32(data))
    return (
        "data:image/png;base64,"
        + base64.b64encode(_head(code.side) + _chunk(b"IDAT", packed) + _END).decode()
    )


def qr_svg(url: str) -> str:
    """The same as one path without a size of its own.

    Raises:
        ValueError: as above.
    """
    side, data = (code := _checked(url)).side, code.data()
    stride = _stride(side)
    path = []
    for y in range(QUIET, side - QUIET):
        dark = int.from_bytes(data[y * stride + 1 : (y + 1) * stride], "big") ^ (1 << (stride - 1) * 8) - 1
        runs = _RUN.finditer(f"{dark:0{(stride - 1) * 8}b}")
        path += [f"M{run.start()} {y}.5h{run.end() - run.start()}" for run in runs]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{"".join(path)}"/></svg>'
    )


def _checked(url: str) -> Code:
    if not url.isascii() or url == url.upper():
        raise ValueError(f"no address for a code: {url}")
    return _code(url)


def _code(url: str) -> Code:
    if _whole[len(url)] < _FEW:
        _whole[len(url)] += 1
        return _encoded(url)
    return _summed(url)


def _summed(url: str) -> Code:
    """A code put together from the parts of its characters."""
    base = _bases.setdefault(len(url), url)
    side, rows = _begun(base, url[:-_TAIL])
    return Code(side, _replaced(rows, base, max(len(url) - _TAIL, 0), url[-_TAIL:]))


@lru_cache(maxsize=1024)
def _begun(base: str, beginning: str) -> Code:
    """The code of a base of which only the beginning is replaced yet."""
    side, rows = _encoded(base)
    return Code(side, _replaced(rows, base, 0, beginning))


def _replaced(rows: int, base: str, start: int, characters: str) -> int:
    """The rows when the base's characters from a place on are replaced."""
    for place, character in enumerate(characters, start):
        if character != base[place]:
            rows ^= _share(base, place, character)
    return rows


@cache
def _share(base: str, place: int, character: str) -> int:
    """What changes where one character of the base is replaced."""
    share = 0
    for bit in range(7):
        if (ord(base[place]) ^ ord(character)) >> bit & 1:
            share ^= _flipped(base, place, bit)
    return share


@cache
def _flipped(base: str, place: int, bit: int) -> int:
    """What changes where one bit of the base is another."""
    other = base[:place] + chr(ord(base[place]) ^ 1 << bit) + base[place + 1 :]
    return _encoded(base).rows ^ _encoded(other).rows


@lru_cache(maxsize=1024)
def _encoded(text: str) -> Code:
    code = segno.make(text, error="q", mode="byte", micro=False, boost_error=False, mask=_MASK)
    side = len(code.matrix) + 2 * QUIET
    width = (_stride(side) - 1) * 8
    light = "0" * 8 + "1" * width
    rows = ("".join("01"[not module] for module in row) for row in code.matrix)
    drawn = ("0" * 8 + ("1" * QUIET + row).ljust(width, "1") for row in rows)
    return Code(side, int("".join((light * QUIET, *drawn, light * QUIET)), 2))


def _stride(side: int) -> int:
    """The bytes of a row."""
    return 1 + -(-side // 8)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@cache
def _head(side: int) -> bytes:
    """How a PNG begins: one bit a pixel, grey."""
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))


_END = _chunk(b"IEND", b"")
