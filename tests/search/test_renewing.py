"""What is taken over from the last index is what would come out anew."""

import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.catalogue import problems
from generator.outputs.outputs import Outputs, Units
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.summary import Row
from generator.search.shards import shards
from generator.search.writing import write
from generator.settings import Settings
from tests.county import digest
from tests.rows import changed
from tests.search.county import curated

_EDITS = st.lists(
    st.tuples(
        st.integers(0, 1_000),
        st.sampled_from(("name", "scope", "households", "operator", "year", "drop", "documents")),
    ),
    max_size=3,
)


def _edited(rows: list[Row], edits: list[tuple[int, str]]) -> list[Row]:
    found = list(rows)
    for number, what in edits:
        at = number % len(found)
        row = found[at]
        if what == "drop":
            del found[at]
        else:
            values: dict[str, Any] = {
                "name": row.name + "二期",
                "scope": "新建冷库 77 座",
                "households": row.households + 1,
                "operator": "新来的合作社",
                "year": row.year + 1,
                "documents": ("示财农〔2031〕9号",),
            }
            found[at] = changed(row, **{what: values[what]}, investment=row.investment + Decimal(1))
    return found


def _written(folder: Path, rows: list[Row], site: Site, outputs: Outputs, size: int) -> None:
    cut = partial(shards, whole=size, size=size)
    write(folder, Overview(rows, site), {}, outputs, cut)


@settings(max_examples=12, deadline=None)
@given(_EDITS, st.sampled_from((50, 1_000)))
def test_a_renewed_index_is_the_same_as_a_new_one(edits: list[tuple[int, str]], size: int) -> None:
    rows, reference = curated()
    site = Site(Settings(county="示例县"), reference, date(2025, 11, 20), problems())
    with tempfile.TemporaryDirectory() as folder:
        one, other, fresh = (Path(folder) / name for name in ("one", "other", "fresh"))
        first = Outputs(one)
        _written(one, rows, site, first, size)
        units: Units = first.units
        _written(other, _edited(rows, edits), site, Outputs(other, one, units), size)
        _written(fresh, _edited(rows, edits), site, Outputs(fresh), size)
        assert digest(other) == digest(fresh)


def test_only_what_changed_is_made_anew(tmp_path: Path) -> None:
    rows, reference = curated()
    site = Site(Settings(county="示例县"), reference, date(2025, 11, 20), problems())
    first = Outputs(tmp_path / "one")
    _written(tmp_path / "one", rows, site, first, 1_000)
    changed = [replace(rows[0], households=rows[0].households + 1), *rows[1:]]
    again = Outputs(tmp_path / "other", tmp_path / "one", first.units)
    _written(tmp_path / "other", changed, site, again, 1_000)
    made = [name for name in again.units if again.units[name] != first.units[name]]
    assert made == ["search/block-0", "search/sums-0"]
