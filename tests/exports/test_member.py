"""Against the plain forms: a value with its names is the name and the value, kept or not."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.exports.cells import EMPTY_XML, form_of
from generator.exports.column import Column
from generator.exports.member import member_of
from generator.records.reference import Reference


def _column(kind: str, vocabulary: str | None = None) -> Column:
    return Column(("a", "b"), ("a", "b"), "甲", "A", "说明。", kind, vocabulary=vocabulary)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("text", ["一", "=1", 'a"b,', *map(str, range(600)), "一"]),
        ("count", [*range(3000), 0]),
        ("day", [date(2024, 1, 1), date(2024, 1, 1)]),
        ("money", [Decimal(6), Decimal("6.00"), Decimal("6.0"), Decimal("1E+3")]),
        ("quantity", [Decimal("6.0"), Decimal("6.00"), Decimal(6)]),
        ("flag", [True, False]),
        ("lines", [("一", "二"), ("一；二",)]),
    ],
)
def test_names_stand_before_the_value(kind: str, values: list[Any], reference: Reference) -> None:
    column = _column(kind)
    form, member = form_of(column, reference.vocabularies), member_of(reference.vocabularies, column, "b")
    for value in values:
        csv, json, xml, told = form(value)
        assert member(value) == (csv, ',"a_b":' + json, xml, ',"b":' + told)


def test_words(reference: Reference) -> None:
    column = _column("word", "uses")
    form, member = form_of(column, reference.vocabularies), member_of(reference.vocabularies, column, "b")
    for term in reference.vocabularies["uses"]:
        csv, json, xml, told = form(term.code)
        assert member(term.code) == (csv, ',"a_b":' + json, xml, ',"b":' + told)


def test_an_empty_list_is_nothing_in_a_table(reference: Reference) -> None:
    assert member_of(reference.vocabularies, _column("lines"), "b")(()) == ("", "", EMPTY_XML, ',"b":[]')
