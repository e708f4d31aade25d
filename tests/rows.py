"""Rows as tests need them."""

from dataclasses import replace
from typing import Any

from generator.records.details import Details
from generator.records.money import Money
from generator.records.summary import Row

_MONEY = ("investment", "funds", "years")
_DETAILS = ("documents", "beneficiaries", "assets", "conditions", "agreements", "notices")


def changed(row: Row, **values: Any) -> Row:
    """A row with other values, also of those that it keeps packed."""
    if not values.keys().isdisjoint(_MONEY):
        values["money"] = Money.packed(*(values.pop(name, getattr(row, name)) for name in _MONEY))
    if not values.keys().isdisjoint(_DETAILS):
        values["details"] = Details.packed(*(values.pop(name, getattr(row, name)) for name in _DETAILS))
    return replace(row, **values)
