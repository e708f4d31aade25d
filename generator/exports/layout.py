"""What the tables look like, whatever is in them."""

from functools import cache
from typing import NamedTuple

from generator.exports.cells import csv_quoted
from generator.exports.column import Column
from generator.exports.given import all_tables, columns_in
from generator.exports.tables import Table

BOM = b"\xef\xbb\xbf"


class Layout(NamedTuple):
    """What a table looks like.

    Attributes:
        csv: its first line.
        sheet: title, headers and widths of its sheet.
    """

    csv: bytes
    sheet: tuple[str, tuple[str, ...], tuple[int, ...]]


@cache
def layouts() -> dict[str, Layout]:
    """The layouts of all tables, made once for all selections."""
    return {table.name: _layout(table) for table in all_tables()}


def _layout(table: Table) -> Layout:
    columns = columns_in(table)
    csv = BOM + (",".join(csv_quoted(column.header) for column in columns) + "\r\n").encode()
    sheet = table.zh, tuple(column.header for column in columns), tuple(map(_width, columns))
    return Layout(csv, sheet)


def _width(column: Column) -> int:
    wide = {"money": 16, "day": 12, "place": 15, "count": 10, "year": 9, "flag": 9, "quantity": 10}
    if column.path in (("scope",), ("finding",), ("content",), ("plan",), ("duties",)):
        return 48
    return wide.get(column.kind, 20)
