"""Lines of a table, woven of its columns: rows of CSV, lines of JSON and rows of a sheet.

What stands in one column of many lines goes from one step to the next as a whole. So nearly all is done by
functions that Python has in C.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat

from generator.exports.cells import EMPTY_XML, Cell, Octets

Strand = tuple[Sequence[Octets], ...]
"""The cells of one column in each of their four forms (see :data:`generator.exports.cells.Cell`).

What JSON has is a name and a value after a comma, or nothing where there is no value.
"""

Lines = tuple[Sequence[Octets], Sequence[Octets], Sequence[Octets]]
"""Lines with their ends, in three forms: CSV, JSON Lines, XML of a sheet."""

_CELL_ENDS = "</c>"
"""How every cell of a sheet ends but an empty one."""


def strand(cells: Iterable[Cell]) -> Strand:
    """A column of these cells, of which there must be some."""
    return tuple(zip(*cells, strict=True))


def woven(strands: Mapping[int, Strand], width: int) -> Lines:
    """The lines of a table so many columns wide; a column that is not among the ``strands`` is empty.

    A row of a sheet goes without the empty cells at its end.
    """
    csv: list[Iterable[Octets]] = []
    json: list[Iterable[Octets]] = []
    xml: list[Iterable[Octets]] = []
    before = -1
    for at in sorted(strands):
        if missing := at - before - 1:
            csv.append(repeat("," * (missing - 1)))
            xml.append(repeat(EMPTY_XML * missing))
        before = at
        shown, coded, cells, *_ = strands[at]
        csv.append(shown)
        json.append(coded)
        xml.append(cells)
    if missing := width - before - 1:
        csv.append(repeat("," * (missing - 1)))
    return (
        [f"{each}\r\n" for each in map(",".join, zip(*csv, strict=False))],
        [f"{{{each[1:]}}}\n" for each in map("".join, zip(*json, strict=True))],
        [
            f"<row>{each[: each.rindex(_CELL_ENDS)]}{_CELL_ENDS}</row>"
            for each in map("".join, zip(*xml, strict=False))
        ],
    )
