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

from generator.records.summary import Rectification, Row
from generator.records.years import Year, Years

AMOUNTS = st.decimals(-(10**9), 10**9, places=2) | st.sampled_from([Decimal("960000"), Decimal("960000.00")])
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
TEXTS = st.text(max_size=8)
COUNTS = st.integers(0, 10**6)


def many(*parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.tuples(*parts) if len(parts) > 1 else parts[0], max_size=3).map(tuple)


YEARS = st.builds(
    Year, COUNTS, AMOUNTS, AMOUNTS, many(TEXTS, AMOUNTS), many(TEXTS, AMOUNTS, COUNTS), st.none() | DAYS
)
RECTIFICATIONS = st.builds(Rectification, TEXTS, TEXTS, DAYS, TEXTS, TEXTS, DAYS)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "str": TEXTS,
    "int": COUNTS,
    "Decimal": AMOUNTS,
    "date": DAYS,
    "bytes": st.binary(max_size=16),
    "str | None": st.none() | TEXTS,
    "date | None": st.none() | DAYS,
    "tuple[str, ...]": many(TEXTS),
    "tuple[tuple[str, Decimal], ...]": many(TEXTS, AMOUNTS),
    "tuple[tuple[str, int], ...]": many(TEXTS, COUNTS),
    "tuple[tuple[int, str], ...]": many(COUNTS, TEXTS),
    "tuple[tuple[str, date, date], ...]": many(TEXTS, DAYS, DAYS),
    "Years": st.lists(YEARS, max_size=3).map(Years.of),
    "tuple[Rectification, ...]": many(RECTIFICATIONS),
}


def written(annotation: Any) -> str:
    """An annotation as the source writes it."""
    if annotation in (str, int, bytes, Decimal, date, Years):
        return str(annotation.__name__)
    return str(annotation).replace("decimal.", "").replace("datetime.", "").replace(f"{Row.__module__}.", "")


ROWS = st.builds(Row, **{each.name: VALUES[written(each.type)] for each in fields(Row)})


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
