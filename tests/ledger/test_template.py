"""The example rows of the template: what they show is what the import reads and the check accepts."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from generator.checks.rule import Context
from generator.ledger import guide
from generator.ledger import workbook as ours
from generator.ledger.layout import Layout, layouts
from generator.records.linkages import LINKAGES
from generator.records.reference import Reference
from tests.ledger.understood import understand


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, reference: Reference) -> Path:
    path = tmp_path_factory.mktemp("template") / "模板.xlsx"
    ours.write(path, [], reference, example=True)
    return path


def _taken_over(template: Path, path: Path) -> Path:
    """The template as a clerk leaves it who takes the word 示例 off every row."""
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("示例 SL-2023-0042".encode(), b"SL-2023-0042"))
    return path


def test_the_rows_import_and_pass_the_check(template: Path, tmp_path: Path, context: Context) -> None:
    found = understand(_taken_over(template, tmp_path / "台账.xlsx"), context)
    told = [finding for _, finding in found.findings]
    told += [finding for each in found.judged for _, finding in each.findings]
    assert [each.message.zh for each in told if each.grade == "error"] == []
    assert {each.code for each in told} == {"N008"}
    project = found.judged[0].project
    assert project
    assert project.id == "SL-2023-0042"
    assert {each.mechanism for each in project.linkages} == set(LINKAGES)
    assert project.funding[0].granted == date(2023, 3, 1)
    assert project.distributions[0].payments


def test_days_are_shown_as_days(template: Path) -> None:
    rows = CalamineWorkbook.from_path(template).get_sheet_by_name("资金").to_python()
    assert date(2023, 3, 1) in rows[1]


def _example(title: str, reference: Reference) -> dict[str, object]:
    layout: Layout = next(each for each in layouts(reference.vocabularies) if each.title == title)
    values = guide.example(layout, reference)
    return {".".join(column.path): value for column, value in zip(layout.all, values, strict=True)}


def test_the_examples_are_plausible(reference: Reference) -> None:
    wages = _example("机制-务工就业", reference)
    assert (wages["wage.amount"], wages["wage.per"], wages["order"]) == (110, "天", 1)
    land = _example("机制-土地流转", reference)
    assert land["rent.amount"] == 700
    for layout in layouts(reference.vocabularies):
        values = guide.example(layout, reference)
        assert not [value for value in values if isinstance(value, str) and value.startswith("（")]
