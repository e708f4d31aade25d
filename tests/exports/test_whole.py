import json

from generator.exports.whole import restored, whole
from generator.records.project import Project
from generator.records.reference import Reference

FEW = "≤3".encode()


def test_a_gathered_record_is_the_record_again(projects: list[Project], reference: Reference) -> None:
    context = {"words": reference.vocabularies.codes()}
    for project in projects:
        again = Project.model_validate(restored(json.loads(whole(project))), context=context)
        assert again.investment == project.investment
        assert again.income == project.income
        assert whole(again).replace(FEW, b"?") == whole(project).replace(FEW, b"?")


def test_parts_of_a_small_group_do_not_exceed_it() -> None:
    group = {"households": "≤3", "lifted": "≤3", "monitored": "≤3", "at_risk": "≤3"}
    again = restored({"beneficiaries": group})["beneficiaries"]
    assert again == {"households": "3", "lifted": "1", "monitored": "1", "at_risk": "1"}
