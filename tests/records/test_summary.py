"""Rows travel between processes and into the cache: what arrives is what was sent."""

import copy
import pickle
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.details import Details
from generator.records.money import Money, Year
from generator.records.summary import Rectification, Row
from tests.rows import changed

AMOUNTS = st.decimals(-(10**9), 10**9, places=2) | st.sampled_from([Decimal("960000"), Decimal("960000.00")])
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
TEXTS = st.text(max_size=8)
COUNTS = st.integers(0, 10**6)


def many(*parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.tuples(*parts) if len(parts) > 1 else parts[0], max_size=3).map(tuple)


YEARS = st.builds(
    Year, COUNTS, AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, many(TEXTS, AMOUNTS, COUNTS), st.none() | DAYS
)
RECTIFICATIONS = st.builds(Rectification, TEXTS, TEXTS, DAYS, TEXTS, TEXTS, DAYS, TEXTS)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "str": TEXTS,
    "int": COUNTS,
    "Decimal": AMOUNTS,
    "date": DAYS,
    "bytes": st.binary(max_size=16),
    "str | None": st.none() | TEXTS,
    "date | None": st.none() | DAYS,
    "tuple[str, ...]": many(TEXTS),
    "tuple[Rectification, ...]": many(RECTIFICATIONS),
}


def written(annotation: Any) -> str:
    """An annotation as the source writes it."""
    if annotation in (str, int, bytes, date):
        return str(annotation.__name__)
    return str(annotation).replace("datetime.", "").replace(f"{Row.__module__}.", "")


PACKED = {
    "money": st.builds(Money.packed, AMOUNTS, many(TEXTS, AMOUNTS), many(YEARS)),
    "details": st.builds(
        Details.packed,
        many(TEXTS),
        many(TEXTS, COUNTS),
        many(COUNTS, TEXTS),
        many(TEXTS),
        many(TEXTS),
        many(TEXTS, DAYS, DAYS),
    ),
}
PLAIN = {each.name: VALUES[written(each.type)] for each in fields(Row) if each.name not in PACKED}
ROWS = st.builds(Row, **PLAIN, **PACKED)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(ROWS, min_size=1, max_size=3), st.integers(0, pickle.HIGHEST_PROTOCOL))
def test_what_arrives_is_what_was_sent(rows: list[Row], protocol: int) -> None:
    arrived = pickle.loads(pickle.dumps(rows, protocol))
    assert arrived == rows
    assert repr(arrived) == repr(rows)
    assert [type(each) for each in arrived] == [Row] * len(rows)
    assert repr(copy.deepcopy(rows)) == repr(rows)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(ROWS)
def test_rows_stay_frozen(row: Row) -> None:
    arrived = pickle.loads(pickle.dumps(row))
    with pytest.raises(AttributeError):
        arrived.name = "x"
    assert replace(arrived, name="x").name == "x"


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(ROWS, min_size=2, max_size=4))
def test_what_rows_have_in_common_is_one_object_when_they_arrive_one_by_one(rows: list[Row]) -> None:
    common: dict[str, Any] = {"place": "990101201202", "operator": "合作社", "mechanisms": ("employment",)}
    alike = [changed(row, **common) for row in rows]
    arrived = [pickle.loads(pickle.dumps(row)) for row in alike]
    for name in common:
        assert len({id(getattr(row, name)) for row in arrived}) == 1
