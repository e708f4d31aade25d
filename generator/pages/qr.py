"""QR codes to permanent addresses, as SVG.

A page of every record bears one, and encoding costs more than rendering the rest of the page. But a code
is linear: for addresses of one length, with one version and one mask, what a character contributes is
added without carry. So one address is encoded whole, each character at each place once, and every
further code is put together from those.
"""

import re
from functools import cache, lru_cache

import segno

QUIET = 4
"""The empty border that readers need, in modules."""

_MASK = 3
"""The same for all: choosing the best of eight for each would cost the sums above, and readers cope."""

_RUN = re.compile("1+")


def qr_svg(url: str) -> str:
    """A code of error level Q, black on white, as one path without a size of its own.

    Raises:
        ValueError: the address has no lower-case letter (then another encoding would be chosen), or is
            not ASCII, or is too long for a code.
    """
    if not url.isascii() or url == url.upper():
        raise ValueError(f"no address for a code: {url}")
    return _drawn(*_code(url))


def _code(url: str) -> tuple[int, int]:
    """The size in modules, and all modules as the bits of one number."""
    base = "h" * len(url)
    size, bits = _encoded(base)
    for place, character in enumerate(url):
        if character != "h":
            bits ^= _share(len(url), place, character)
    return size, bits


@cache
def _share(length: int, place: int, character: str) -> int:
    """What changes where one character of the base is replaced."""
    base = "h" * length
    other = base[:place] + character + base[place + 1 :]
    return _encoded(base)[1] ^ _encoded(other)[1]


@lru_cache(maxsize=1024)
def _encoded(text: str) -> tuple[int, int]:
    code = segno.make(text, error="q", mode="byte", micro=False, boost_error=False, mask=_MASK)
    rows = "".join("".join(map(str, row)) for row in code.matrix)
    return len(code.matrix), int(rows, 2)


def _drawn(size: int, bits: int) -> str:
    """The rows as strokes, put together from strokes of eight modules each."""
    whole = size + 2 * QUIET
    eighths = -(-size // 8)
    rows = bits << (eighths * 8 - size)
    mask = (1 << size) - 1 << (eighths * 8 - size)
    path = []
    for y in range(size):
        row = rows >> size * (size - 1 - y) & mask
        path.append(f"M{QUIET} {y + QUIET}.5")
        path += [_STROKES[each] for each in row.to_bytes(eighths, "big")]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{whole}v{whole}H0z"/><path stroke="#000" d="{"".join(path)}"/></svg>'
    )


def _stroke(eight: int) -> str:
    """Eight modules of a row: each run of dark ones a stroke, and moves that end behind the eighth."""
    runs = list(_RUN.finditer(f"{eight:08b}"))
    if not runs:
        return "m8 0"
    at, path = 0, ""
    for run in runs:
        path += (f"m{run.start() - at} 0" if run.start() > at else "") + f"h{run.end() - run.start()}"
        at = run.end()
    return path + (f"m{8 - at} 0" if at < 8 else "")


_STROKES = tuple(map(_stroke, range(256)))
