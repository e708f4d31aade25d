"""One value with its names: as a column of a table has it, and as the record's JSON.

Names are put before a value where the value is kept, so that it is not done again for the next record.
"""

from typing import Any

from generator.exports import cells
from generator.exports.cells import Cell, Form, form_of
from generator.exports.column import Column
from generator.records.vocabulary import Vocabularies

_KEPT = {"count": 1024, "year": 128, "day": 2048, "text": 256, "place": 256, "lines": 256, "words": 256}
"""How many values of a column are kept, by its kind. Amounts are not: no two are alike, and those that are
equal may be written with other digits (6.0 and 6.00)."""


def member_of(vocabularies: Vocabularies, column: Column, key: str) -> Form:
    """How a column's values are written with its name, and with the ``key`` that they have in the record."""
    name, told_name = f'"{column.name}":'.encode(), f'"{key}":'.encode()
    if column.kind == "money":
        return cells.money_form(name, told_name)
    # A text is kept here, with its names; it need not be kept without.
    form = cells.text.__wrapped__ if column.kind in ("text", "place") else form_of(column, vocabularies)

    def member(value: Any) -> Cell:
        csv, json, xml, told = form(value)
        # An empty list is told in a whole record, and in a table it is nothing.
        coded = name + json if json else b""
        return csv, coded, xml, coded if told is json and told_name == name else told_name + told

    if column.kind == "word":
        return {term.code: member(term.code) for term in vocabularies[column.vocabulary or ""]}.__getitem__
    return _Kept(member, _KEPT[column.kind]).__getitem__ if column.kind in _KEPT else member


class _Kept(dict[Any, Cell]):
    """The last values of a column. A dictionary answers in half the time of a function with ``lru_cache``."""

    def __init__(self, make: Form, most: int) -> None:
        self._make = make
        self._most = most

    def __missing__(self, value: Any) -> Cell:
        if len(self) >= self._most:
            self.clear()
        found = self[value] = self._make(value)
        return found
