import json
from typing import Any

import yaml

from generator.exports.cells import Octets, as_bytes, octets
from generator.exports.rows import Rows
from generator.exports.whole import restored
from generator.reading.record import read_file
from generator.records.distribution import Distribution
from generator.records.model import validated
from generator.records.project import Project
from generator.records.reference import Reference
from tests.changing import having
from tests.county import ROOT, records

FEW = octets("≤3")


def test_a_gathered_record_is_the_record_again(projects: list[Project], reference: Reference) -> None:
    rows = Rows(reference)
    words = reference.vocabularies.codes()
    for project, told in zip(projects, _told(rows, projects), strict=True):
        told_again = restored(json.loads(as_bytes(told), parse_float=str))
        again = validated(Project, told_again, words)
        assert again.investment == project.investment
        assert again.income == project.income
        assert _told(rows, [again])[0].replace(FEW, "?") == told.replace(FEW, "?")


def test_parts_of_a_small_group_do_not_exceed_it() -> None:
    group = {"households": "≤3", "lifted": "≤3", "monitored": "≤3", "at_risk": "≤3"}
    again = restored({"beneficiaries": group})["beneficiaries"]
    assert again == {"households": "3", "lifted": "1", "monitored": "1", "at_risk": "1"}


def test_a_record_is_told_with_what_it_states_and_nothing_else(reference: Reference) -> None:
    """Against the words of its file; small groups, of which less is told, are left out."""
    rows, compared = Rows(reference), 0
    for file in records(ROOT):
        project = read_file(file, file.name, reference).project
        assert project
        (told,) = _told(rows, [project])
        if FEW in told:
            continue
        stated = _filled(yaml.load(file.read_bytes(), yaml.BaseLoader))
        assert json.loads(as_bytes(told), parse_float=str, parse_int=str) == stated
        compared += 1
    assert compared


def test_a_list_without_entries_is_not_told_and_nothing_is_where_it_is_stated(
    projects: list[Project], reference: Reference
) -> None:
    year = {"year": "2024", "income": "0", "brought_forward": "0", "uses": []}
    project = having(projects[0], changes=(), distributions=(validated(Distribution, year),))
    told = json.loads(as_bytes(*_told(Rows(reference), [project])))
    assert "changes" not in told
    assert told["distributions"] == [{"year": 2024, "income": 0, "brought_forward": 0}]


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


def _filled(value: Any) -> Any:
    """A value as the file has it, without what is left blank, and with yes and no as such."""
    if isinstance(value, dict):
        return {key: _filled(each) for key, each in value.items() if each not in ("", [], "~", "null")}
    if isinstance(value, list):
        return [_filled(each) for each in value]
    return {"true": True, "false": False}.get(value, value)
