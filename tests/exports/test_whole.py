import json
from datetime import date
from decimal import Decimal

from generator.exports.cells import as_bytes, octets
from generator.exports.rows import Rows
from generator.exports.whole import restored
from generator.records.project import Project
from generator.records.reference import Reference

FEW = octets("≤3")


def test_a_gathered_record_is_the_record_again(projects: list[Project], reference: Reference) -> None:
    rows = Rows(reference)
    context = {"words": reference.vocabularies.codes()}
    for project in projects:
        again = Project.model_validate(
            restored(json.loads(as_bytes(rows.of(project).whole))), context=context
        )
        assert again.investment == project.investment
        assert again.income == project.income
        assert rows.of(again).whole.replace(FEW, "?") == rows.of(project).whole.replace(FEW, "?")


def test_parts_of_a_small_group_do_not_exceed_it() -> None:
    group = {"households": "≤3", "lifted": "≤3", "monitored": "≤3", "at_risk": "≤3"}
    again = restored({"beneficiaries": group})["beneficiaries"]
    assert again == {"households": "3", "lifted": "1", "monitored": "1", "at_risk": "1"}


def test_a_record_is_told_with_what_it_states_and_nothing_else(
    projects: list[Project], reference: Reference
) -> None:
    """Against another writer of JSON; small groups, of which less is told, are left out."""
    rows, compared = Rows(reference), 0
    for project in projects:
        told = rows.of(project).whole
        if FEW in told:
            continue
        stated = project.model_dump(mode="python", by_alias=True, exclude_unset=True, exclude_none=True)
        assert json.loads(as_bytes(told)) == json.loads(json.dumps(stated, default=_plain))
        compared += 1
    assert compared


def _plain(value: date | Decimal) -> str | float:
    return value.isoformat() if isinstance(value, date) else float(value)
