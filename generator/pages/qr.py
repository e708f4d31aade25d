"""QR codes to permanent addresses, as SVG."""

from functools import lru_cache

import segno

QUIET = 4
"""The empty border that readers need, in modules."""

_MASK = 3
"""Choosing the best of eight masks costs five times as much, and readers do not notice."""


@lru_cache(maxsize=256)
def qr_svg(url: str) -> str:
    """A code of error level Q: black modules on white, one path, no size of its own."""
    code = segno.make(url, error="q", micro=False, boost_error=False, mask=_MASK)
    size = code.symbol_size(border=QUIET)[0]
    runs = "".join(_runs(code.matrix))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{runs}"/></svg>'
    )


def _runs(matrix: tuple[bytearray, ...]) -> list[str]:
    found = []
    for y, row in enumerate(matrix, QUIET):
        x = 0
        while (x := row.find(1, x)) >= 0:
            end = row.find(0, x)
            end = len(row) if end < 0 else end
            found.append(f"M{x + QUIET} {y}h{end - x}v1H{x + QUIET}z")
            x = end
    return found
