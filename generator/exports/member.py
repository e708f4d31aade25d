"""One value with its names: as a column of a table, and as a member of the record's JSON.

A name is put before a value where the value is kept, so that neither is done again for the next record.
"""

from decimal import Decimal
from typing import Any

from generator.exports import cells
from generator.exports.cells import EMPTY_XML, Cell, Form, form_of
from generator.exports.column import Column
from generator.records.vocabulary import Vocabularies

NOTHING: Cell = (b"", b"", EMPTY_XML, b"")
"""No value: an empty cell in CSV and XML, nothing at all in JSON."""

_KEPT = {"count": 1024, "year": 128, "day": 2048, "text": 256, "place": 256, "lines": 256, "words": 256}
"""How many values of a column are kept, by its kind; of other kinds none, as no two are alike."""

_Named = tuple[bytes, bytes]


class _Kept(dict[Any, Cell]):
    """The last values of a column; a dictionary, since a function that remembers takes three times as long."""

    def __init__(self, make: Form, most: int) -> None:
        self._make = make
        self._most = most

    def __missing__(self, value: Any) -> Cell:
        if len(self) >= self._most:
            self.clear()
        found = self[value] = self._make(value)
        return found


def member_of(vocabularies: Vocabularies, column: Column, key: str) -> Form:
    """How a column's values are written, which the record has under ``key``; None is never asked for."""
    name, key_ = f'"{column.name}":'.encode(), f'"{key}":'.encode()
    form = form_of(column, vocabularies)
    if column.kind in ("text", "place"):
        form = cells.text.__wrapped__
    elif column.kind == "money":
        return _money(name, key_)

    def member(value: Any) -> Cell:
        csv, json, xml, told = form(value)
        # Where a list is empty the record says so, and the table has nothing.
        coded = name + json if json else b""
        return csv, coded, xml, coded if told is json and name == key_ else key_ + told

    if column.kind == "word":
        return {term.code: member(term.code) for term in vocabularies[column.vocabulary or ""]}.__getitem__
    return _Kept(member, _KEPT[column.kind]).__getitem__ if column.kind in _KEPT else member


def _money(name: bytes, key: bytes) -> Form:
    def member(value: Decimal) -> Cell:
        stated = str(value)
        if stated.isdigit() and len(stated) < cells.EXACT:
            digits = stated.encode()
            return digits, name + digits, b"%b%b</v></c>" % (cells.MONEY, digits), key + digits
        csv, json, xml, told = cells.decimal(stated, cells.MONEY)
        return csv, name + json, xml, key + told

    return member
