from dataclasses import replace
from typing import Any

import pytest

from generator.errors import ToldError
from generator.records.vocabulary import Vocabularies
from generator.search.columns import MOST_WORDS, Columns
from tests.rows import changed
from tests.search import read_back
from tests.search.county import curated


def test_sums_are_exact_and_amounts_are_what_a_list_shows() -> None:
    rows, reference = curated()
    columns = Columns(rows, reference)
    sums = columns.part("sums")
    shown = read_back.numbers(columns.part("amounts")["amounts"])
    beyond = [each * sums["amounts"]["unit"] for each in read_back.numbers(sums["amounts"]["i"])]
    exact = [each * 10_000 + more - 5_000 for each, more in zip(shown, beyond, strict=True)]
    assert exact == [int(row.investment * 100) for row in columns.rows]
    assert all(abs(one * 10_000 - fen) <= 5_000 for one, fen in zip(shown, exact, strict=True))
    assert read_back.numbers(sums["households"]) == [row.households for row in columns.rows]


def test_a_vocabulary_with_too_many_words_is_told() -> None:
    rows, reference = curated()
    funds = reference.vocabularies["fund_sources"]
    term = next(iter(funds))
    many = {**funds.terms, **{f"more_{at}": replace(term, code=f"more_{at}") for at in range(MOST_WORDS)}}
    vocabularies = Vocabularies({**reference.vocabularies, "fund_sources": replace(funds, terms=many)})
    with pytest.raises(ToldError, match="fund_sources"):
        Columns(rows, replace(reference, vocabularies=vocabularies))


def test_no_rows_are_no_trouble() -> None:
    _, reference = curated()
    assert Columns([], reference).part("core")["rows"] == 0


def test_serial_numbers_of_several_widths_stay_numbers_and_others_are_texts() -> None:
    rows, reference = curated()
    row = rows[0]

    def ids(*serials: str) -> dict[str, Any]:
        made = [changed(row, id=f"SL-{row.year}-{serial}") for serial in serials]
        found: dict[str, Any] = Columns(made, reference).part("core")["ids"]
        return found

    found = ids("0042", "1234", "12345")
    assert (found["prefix"], found["width"]) == ("SL-", 4)
    assert sorted(read_back.numbers(found["serial"])) == [42, 1234, 12345]
    assert "serial" not in ids("0042", "00123")
    assert "serial" not in ids("0042", "1a")


def test_operators_are_named_by_the_place_where_each_is_first_met() -> None:
    rows, reference = curated()
    row = next(row for row in rows if reference.places[row.place].level == "village")
    village = reference.places[row.place].name
    core = Columns([changed(row, operator=f"{village}合作社")], reference).part("core")
    assert core["operators"] == "\x07合作社"
