import json
from datetime import date
from decimal import Decimal

from generator.exports.cells import Octets, as_bytes, octets
from generator.exports.rows import Rows
from generator.exports.whole import restored
from generator.records.project import Project
from generator.records.reference import Reference

FEW = octets("≤3")


def test_a_gathered_record_is_the_record_again(projects: list[Project], reference: Reference) -> None:
    rows = Rows(reference)
    context = {"words": reference.vocabularies.codes()}
    for project, told in zip(projects, _told(rows, projects), strict=True):
        told_again = restored(json.loads(as_bytes(told), parse_float=str))
        again = Project.model_validate(told_again, context=context)
        assert again.investment == project.investment
        assert again.income == project.income
        assert _told(rows, [again])[0].replace(FEW, "?") == told.replace(FEW, "?")


def test_parts_of_a_small_group_do_not_exceed_it() -> None:
    group = {"households": "≤3", "lifted": "≤3", "monitored": "≤3", "at_risk": "≤3"}
    again = restored({"beneficiaries": group})["beneficiaries"]
    assert again == {"households": "3", "lifted": "1", "monitored": "1", "at_risk": "1"}


def test_a_record_is_told_with_what_it_states_and_nothing_else(
    projects: list[Project], reference: Reference
) -> None:
    """Against another writer of JSON; small groups, of which less is told, are left out."""
    rows, compared = Rows(reference), 0
    for project, told in zip(projects, _told(rows, projects), strict=True):
        if FEW in told:
            continue
        stated = project.model_dump(mode="python", by_alias=True, exclude_unset=True, exclude_none=True)
        assert json.loads(as_bytes(told)) == json.loads(json.dumps(stated, default=_plain))
        compared += 1
    assert compared


def test_a_list_without_entries_is_told_where_it_is_stated(
    projects: list[Project], reference: Reference
) -> None:
    project = projects[0].model_copy(update={"changes": (), "distributions": ()})
    silent = project.model_copy()
    silent.__pydantic_fields_set__.discard("changes")
    stated, left = (json.loads(as_bytes(each)) for each in _told(Rows(reference), [project, silent]))
    assert stated["changes"] == stated["distributions"] == left["distributions"] == []
    assert "changes" not in left


def test_each_alone_is_told_as_all_together(projects: list[Project], reference: Reference) -> None:
    rows, alone = Rows(reference), Rows(reference)
    taken, told = rows.of(projects)
    for at, project in enumerate(projects):
        one, whole = alone.of([project])
        assert whole == [told[at]]
        assert one == {name: tuple([each[at]] for each in table) for name, table in taken.items()}


def _told(rows: Rows, projects: list[Project]) -> list[Octets]:
    _, told = rows.of(projects)
    return told


def _plain(value: date | Decimal) -> str | float:
    return value.isoformat() if isinstance(value, date) else float(value)
