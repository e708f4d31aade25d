"""A line of a table: a row of CSV, a line of JSON and a row of a sheet, filled in at once."""

from collections.abc import Iterable, Sequence

from generator.exports.cells import EMPTY, EMPTY_XML, Cell
from generator.exports.column import Column

Line = tuple[list[bytes], list[bytes], list[bytes]]
"""What has been filled in, for every column: its CSV; its name and value as JSON has them; its XML."""

Texts = tuple[bytes, bytes, bytes]
"""A finished line: CSV, JSON Lines, XML of a sheet."""


def names_of(columns: Iterable[Column]) -> list[bytes]:
    """The names of columns, as JSON has them before a value."""
    return [f'"{column.name}":'.encode() for column in columns]


def blank(columns: int) -> Line:
    """A line in which nothing is filled in."""
    return [b""] * columns, [b""] * columns, [EMPTY_XML] * columns


def put(line: Line, names: Sequence[bytes], at: int, cells: Iterable[Cell]) -> None:
    """Fill in neighbouring columns, the first of which is ``at``."""
    csv, json, xml = line
    for number, cell in enumerate(cells, at):
        if cell is not EMPTY:
            csv[number], coded, xml[number], _ = cell
            json[number] = names[number] + coded


def texts(line: Line) -> Texts:
    """A line in its three forms; a sheet goes without the empty cells at the end."""
    csv, json, xml = line
    while xml[-1] is EMPTY_XML:
        xml.pop()
    return (
        b",".join(csv) + b"\r\n",
        b"{" + b",".join(filter(None, json)) + b"}\n",
        b"<row>" + b"".join(xml) + b"</row>",
    )
