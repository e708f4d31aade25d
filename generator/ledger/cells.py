"""The rows of our workbook as XML, made by several processes and put into its sheets afterwards.

A general library builds every cell anew, several times slower. Here a row is made where its record is read;
which row of the sheet it will be is not known yet, so a mark that no text can hold stands for its number.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.exports.cells import xml_text
from generator.exports.listing import joined
from generator.ledger.draft import Draft
from generator.ledger.grid import letter
from generator.ledger.layout import layouts
from generator.ledger.rows import Rows
from generator.records.reference import Reference

ROW = "\0"
"""Stands for the number of the row."""

Line = tuple[str, str]
"""The name of a sheet, and a row of it as XML."""

_EPOCH = date(1899, 12, 30).toordinal()
_FIRST_DAY = date(1900, 3, 1)
_EXACT = 15


class Lines:
    """Makes the rows of records; ``styles`` are the numbers of the styles by kind of column."""

    def __init__(self, reference: Reference, styles: dict[str, int]) -> None:
        self._rows = Rows(reference)
        self._heads = {
            layout.title: [
                f'<c r="{letter(at)}{ROW}" s="{styles[column.kind]}"' for at, column in enumerate(layout.all)
            ]
            for layout in layouts(reference.vocabularies)
        }

    def of(self, draft: Draft) -> Iterator[Line]:
        """The rows of a record, each sheet's in their order."""
        for title, values in self._rows.of(draft):
            cells = [
                f"{head}{_cell(value)}"
                for head, value in zip(self._heads[title], values, strict=True)
                if value is not None
            ]
            yield title, f'<row r="{ROW}">{"".join(cells)}</row>'


def numbered(lines: Iterable[str], first: int) -> Iterator[bytes]:
    """Rows with their numbers, from ``first`` on."""
    for number, line in enumerate(lines, first):
        yield line.replace(ROW, str(number)).encode()


def _cell(value: Any) -> str:
    """What follows a cell's address and style."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return _text("是" if value else "否")
    if isinstance(value, int):
        return f"><v>{value}</v></c>"
    if isinstance(value, Decimal):
        return _number(f"{value:f}")
    if isinstance(value, date):
        return (
            f"><v>{value.toordinal() - _EPOCH}</v></c>" if value >= _FIRST_DAY else _text(value.isoformat())
        )
    return _text(joined(value))


@lru_cache(maxsize=65536)
def _text(text: str) -> str:
    return xml_text(text).removeprefix("<c")


@lru_cache(maxsize=65536)
def _number(shown: str) -> str:
    """A number as it is written; one with more digits than a spreadsheet keeps is written as text.

    Remembered by its writing: 960000 and 960000.00 are equal, but each keeps its digits.
    """
    value = Decimal(shown)
    if len(value.as_tuple().digits) <= _EXACT or Decimal(repr(float(value))) == value:
        return f"><v>{shown}</v></c>"
    return _text(shown)
