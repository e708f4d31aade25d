"""One value with its names: as a column of a table has it, and as the record's JSON.

Names are put before a value where the value is kept, so that it is not done again for the next record.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from generator.exports import cells
from generator.exports.cells import NOTHING, Cell, Form, form_of
from generator.exports.column import Column
from generator.records.vocabulary import Vocabularies

Made = TypeVar("Made")

_KEPT = {"count": 1024, "year": 128, "day": 2048, "text": 256, "place": 256, "lines": 256, "words": 256}
"""How many values of a column are kept, by its kind. Amounts are not: no two are alike, and those that are
equal may be written with other digits (6.0 and 6.00)."""

_UNLIKE = {"code", "finding", "id", "name", "number", "page", "project", "scope"}
"""Columns of texts of which no two are alike."""


def member_of(vocabularies: Vocabularies, column: Column, key: str) -> Form:
    """How a column's values are written with its name, and with the ``key`` that they have in the record.

    A comma stands before each name. Where there is no value (None), nothing does.
    """
    name, told_name = f',"{column.name}":', f',"{key}":'
    if column.kind == "money":
        return cells.money_form(name, told_name)
    if column.kind in ("text", "place"):
        written = cells.text_form(name, told_name)
        return written if column.name in _UNLIKE else Memo(written, _KEPT[column.kind]).__getitem__
    form = form_of(column, vocabularies)

    def member(value: Any) -> Cell:
        if value is None:
            return NOTHING
        csv, json, xml, told = form(value)
        # An empty list is told in a whole record, and in a table it is nothing.
        coded = name + json if json else ""
        return csv, coded, xml, coded if told is json and told_name == name else told_name + told

    if column.kind == "word":
        codes = (term.code for term in vocabularies[column.vocabulary or ""])
        return {code: member(code) for code in (None, *codes)}.__getitem__
    return Memo(member, _KEPT[column.kind]).__getitem__ if column.kind in _KEPT else member


def members_of(vocabularies: Vocabularies, columns: Iterable[Column]) -> list[Form]:
    """How the values of several columns are written with their names."""
    return [member_of(vocabularies, each, each.name) for each in columns]


class Memo(dict[Any, Made]):
    """What was made last. A dictionary answers in half the time of a function with ``lru_cache``."""

    def __init__(self, make: Callable[[Any], Made], most: int) -> None:
        self._make = make
        self._most = most

    def __missing__(self, value: Any) -> Made:
        if len(self) >= self._most:
            self.clear()
        found = self[value] = self._make(value)
        return found
