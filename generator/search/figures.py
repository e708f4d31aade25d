"""Which numbers stand in which rows' texts, for queries of nothing but digits.

Such a word may stand in almost any text; the numbers alone are less than half of it.
``assets/columns.js`` reads what this writes.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from generator.search.norm import norm
from generator.search.planes import sequence

_CHINESE = re.compile("[\u4e00-\u9fff]+")
"""What no number stands in, whatever is made of it for searching: one character does for it all."""
_RUN = re.compile("[0-9]+|\n")


def figures(values: Sequence[str], order: Sequence[int]) -> dict[str, Any]:
    """``runs`` of digits as they are searched, ``many`` rows of each, and in ``rows`` how far they are apart.

    Rows are counted in ``order``; a run's first row is counted from the beginning, the others from the
    row after the one before.
    """
    found: dict[str, list[int]] = {}
    at = 0
    text = "\n".join([values[row].replace("\n", " ") for row in order])
    for run in _RUN.findall(norm(_CHINESE.sub("一", text))):
        if run == "\n":
            at += 1
            continue
        rows = found.setdefault(run, [])
        if not rows or rows[-1] != at:
            rows.append(at)
    runs = sorted(found, key=lambda run: (len(run), run))
    return {
        "runs": "\n".join(runs),
        "many": sequence([len(found[run]) for run in runs]),
        "rows": sequence([gap for run in runs for gap in _gaps(found[run])]),
    }


def _gaps(rows: Sequence[int]) -> list[int]:
    return [rows[0], *(row - before - 1 for before, row in pairwise(rows))]
