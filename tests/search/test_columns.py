from dataclasses import replace
from typing import Any

import pytest

from generator.errors import ToldError
from generator.records.vocabulary import Vocabularies
from generator.search.columns import MOST_WORDS, PARTS, Columns
from tests.rows import changed
from tests.search import read_back
from tests.search.county import curated


def test_sums_are_exact_and_amounts_are_what_a_list_shows() -> None:
    rows, reference = curated()
    columns = Columns(rows, reference)
    sums = columns.part("sums")
    stood = dict(zip(columns.by_kind, read_back.numbers(columns.part("amounts")["amounts"]), strict=True))
    shown = [stood[at] for at in range(len(rows))]
    beyond = [each * sums["amounts"]["unit"] for each in read_back.numbers(sums["amounts"]["i"])]
    exact = [each * 10_000 + more - 5_000 for each, more in zip(shown, beyond, strict=True)]
    assert exact == [int(row.investment * 100) for row in columns.rows]
    assert all(abs(one * 10_000 - fen) <= 5_000 for one, fen in zip(shown, exact, strict=True))
    assert read_back.numbers(sums["households"]) == [row.households for row in columns.rows]


def test_what_was_distributed_and_stages_stand_by_the_year() -> None:
    rows, reference = curated()
    columns = Columns(rows, reference)
    in_order = sorted(columns.rows, key=lambda row: row.year)
    found = read_back.numbers(columns.part("distributed")["distributed"])
    assert found == [(int((row.income + row.payments) * 100) + 5_000) // 10_000 for row in in_order]
    stages = list(reference.vocabularies["stages"].terms)
    assert [stages[at] for at in read_back.numbers(columns.part("core")["stages"])] == [
        row.stage for row in in_order
    ]


_FIELDS = (
    *(
        "id",
        "year",
        "place",
        "operator",
        "operator_kind",
        "credit_code",
        "industry",
        "name",
        "stage",
        "scope",
    ),
    *("households", "mechanisms", "warnings", "investment", "funds", "years", "documents", "conditions"),
    "agreements",
)


@pytest.mark.parametrize("field", _FIELDS)
def test_a_part_that_changes_has_another_digest(field: str) -> None:
    rows, reference = curated()
    before = Columns(rows, reference)
    parts, changes = {name: before.part(name) for name in PARTS}, 0
    for at, row in enumerate(rows[::8]):
        others = (getattr(each, field) for each in rows[at:])
        value = next((value for value in others if value != getattr(row, field)), ("A004",))
        after = Columns([*rows[: at * 8], changed(row, **{field: value}), *rows[at * 8 + 1 :]], reference)
        for name in PARTS:
            if after.part(name) != parts[name]:
                changes += 1
                assert after.digest(name) != before.digest(name), name
    assert changes


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
