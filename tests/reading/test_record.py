"""A reading: its project, its places."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.findings.finding import Path, Spot
from generator.reading.record import Reading, read
from generator.records.places import Place, Places
from generator.records.reference import Reference

TEXT = """\
id: SL-2023-0001
name: no
year: 2023
place: 010101101201
kind: operating
industry: fruit
stage: building
scope: 1e3
site: 12:30
period: {start: 2023-01-01, end: 2023-02-01}
implementer:
  name: 柳湾
  responsible: 010
funding:
- source: donation
  amount: 120.50
linkages:
completion: ~
assets:
  - name: "true"
    class: operating
    value: 0
    income_bearing: no
    condition: normal   # 完好
    income_rights: {held_by: members, count: 5}
supervision: {department: 甲, hotlines: [12317, 0990-1234567]}
"""


@pytest.fixture
def reading(reference: Reference) -> Reading:
    return read(TEXT.encode(), "data/projects/SL-2023-0001.yaml", reference)


def test_every_scalar_is_text(reading: Reading) -> None:
    project = reading.project
    assert project
    assert (project.name, project.scope, project.site) == ("no", "1e3", "12:30")
    assert project.place == "010101101201"
    assert project.implementer.responsible == "010"
    assert project.assets[0].name == "true"
    assert project.assets[0].income_bearing is False
    assert project.funding[0].amount == Decimal("120.50")
    assert project.supervision.hotlines == ("12317", "0990-1234567")


def test_what_is_blank_is_not_filled_in(reading: Reading) -> None:
    assert reading.project
    assert reading.project.linkages == ()
    assert reading.project.completion is None


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("id",), 1, 5),
        (("period", "end"), 10, 34),
        (("period", "nothing"), 10, 1),
        (("funding", 0), 15, 3),
        (("funding", 0, "amount"), 16, 11),
        (("funding", 0, "document"), 15, 3),
        (("funding", 7), 14, 1),
        (("linkages",), 17, 1),
        (("linkages", 0, "principal"), 17, 1),
        (("completion", "spent"), 18, 1),
        (("assets", 0, "condition"), 24, 16),
        (("assets", 0, "income_rights", "held_by"), 25, 30),
        (("assets", 0, "income_rights", "share"), 25, 5),
        (("agreements", 0, "term"), 1, 1),
        (("supervision", "hotlines", 1), 26, 48),
        (("id", "deeper"), 1, 1),
    ],
)
def test_places(reading: Reading, path: Path, line: int, column: int) -> None:
    assert reading.locate(path) == Spot("data/projects/SL-2023-0001.yaml", line, column)


def test_excerpts(reading: Reading) -> None:
    assert reading.excerpt(1) == "id: SL-2023-0001"
    assert reading.excerpt(24) == "    condition: normal   # 完好"
    assert reading.excerpt(0) == reading.excerpt(99) == ""


def test_what_is_no_yaml_is_located_at_its_beginning(reference: Reference) -> None:
    reading = read(b"a: [", "x.yaml", reference)
    assert reading.locate(("a",)) == Spot("x.yaml", 1, 1)


def test_other_ways_of_writing_yaml_read_the_same(good: str, reference: Reference) -> None:
    """What the fast reader leaves to the authority: folded text, escapes, brackets over lines."""
    plain = read(good.encode(), "x.yaml", reference).project
    assert plain
    other = good.replace("year: 2023", '"year": "\\u0032023"', 1)
    other = other.replace("{start: 2023-04-10, end", "{start: 2023-04-10,\n  end", 1)
    other = other.replace("scope: ", "scope: >-\n  ", 1).replace("id: ", "---\nid: ", 1)
    assert read(other.encode(), "x.yaml", reference).project == plain


@pytest.mark.parametrize(
    ("name", "code"),
    [("荷塘村", "990101201202"), ("东河镇柳湾村", "990101101201"), ("荷塘", None), ("两河村", None)],
)
def test_a_place_by_its_name_is_told_its_code(name: str, code: str | None, reference: Reference) -> None:
    same = [Place(f"9901012992{at:02}", "两河村") for at in range(2)]
    places = replace(reference, places=Places([*reference.places, *same]))
    found = read(TEXT.replace("010101101201", name).encode(), "data/projects/x.yaml", places).findings
    [told] = [each for each in found if each.path == ("place",)]
    assert told.code == "S019"
    assert (f"{name}的代码是" in told.remedy.zh) == bool(code)
    assert f'"{code or "990101101203"}"' in told.remedy.zh
