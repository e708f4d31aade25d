"""Only what changed is made again; what is made is whole, and equal to what was made before."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.notices.desk import Desk, Posting
from generator.notices.fonts import Faces
from generator.notices.order import Order
from generator.notices.plan import Source, Wanted, orders
from generator.notices.press import MEMORY, make
from generator.records.project import Project
from generator.settings import Paper, SheetKind
from tests.changing import having
from tests.county import digest

_QUIET = lambda done, wanted: None  # noqa: E731


def _orders(
    projects: list[Project], desk: Desk, *kinds: SheetKind, papers: tuple[Paper, ...] = ("a4",)
) -> list[Order]:
    sources = [Source(each, f"data/projects/{each.id}.yaml") for each in projects]
    return orders(sources, Wanted(frozenset(kinds), papers, "board"), desk)


@pytest.fixture(scope="module")
def few(county: list[Project]) -> list[Project]:
    return [each for each in county if each.place == "990101101201"]


def test_unchanged_sheets_are_left_and_one_change_makes_one_sheet(
    few: list[Project], desk: Desk, own_faces: Faces, tmp_path: Path
) -> None:
    first = make(_orders(few, desk, "linkage"), tmp_path, own_faces, _QUIET)
    assert len(first.made) == len(few) >= 4
    before = digest(tmp_path)
    again = make(_orders(few, desk, "linkage"), tmp_path, own_faces, _QUIET)
    assert (len(again.made), len(again.unchanged)) == (0, len(few))
    changed = [having(few[0], park="某园区"), *few[1:]]
    assert not make(_orders(changed, desk, "linkage"), tmp_path, own_faces, _QUIET).made, "the same on paper"
    changed = [having(few[0], scope="改了"), *few[1:]]
    third = make(_orders(changed, desk, "linkage"), tmp_path, own_faces, _QUIET)
    assert [order.project and order.project.id for order in third.made] == [few[0].id]
    differing = {name for name, now in digest(tmp_path).items() if before.get(name) != now}
    assert differing == {MEMORY, third.made[0].name}


def test_processes_make_the_same_bytes(
    few: list[Project], desk: Desk, own_faces: Faces, tmp_path: Path
) -> None:
    wanted = _orders(few, desk, "linkage", "before", papers=("a4", "a3"))
    make(wanted, tmp_path / "one", own_faces, _QUIET, jobs=1)
    make(wanted, tmp_path / "two", own_faces, _QUIET, jobs=2)
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_a_lost_or_cut_file_is_made_again(
    few: list[Project], desk: Desk, own_faces: Faces, tmp_path: Path
) -> None:
    wanted = _orders([each for each in few if each.kind == "operating"][:1], desk, "agreement")
    make(wanted, tmp_path, own_faces, _QUIET)
    file = tmp_path / wanted[0].name
    whole = file.read_bytes()
    for damage in (file.unlink, lambda: file.write_bytes(whole[:99]), file.with_suffix(".docx").unlink):
        damage()
        assert len(make(wanted, tmp_path, own_faces, _QUIET).made) == 1
        assert file.read_bytes() == whole
    (tmp_path / MEMORY).write_text("not json")
    assert len(make(wanted, tmp_path, own_faces, _QUIET).made) == 1
    assert json.loads((tmp_path / MEMORY).read_text("utf-8"))


def test_a_character_that_no_face_has_is_told_with_record_and_field(
    few: list[Project], desk: Desk, own_faces: Faces, tmp_path: Path
) -> None:
    linkage = having(few[0].linkages[0], note="丰收\U0001f33e")
    project = having(few[0], linkages=(linkage, *few[0].linkages[1:]))
    made = make(_orders([project], desk, "linkage"), tmp_path, own_faces, _QUIET)
    assert not made.made
    (finding,) = made.findings
    assert finding.code == "T002"
    assert project.id in finding.message.zh
    assert "linkages[0].note" in finding.message.zh
    assert "U+1F33E" in finding.message.zh
    assert not list(tmp_path.rglob("*.pdf"))


def test_rare_characters_are_covered_by_the_second_face(
    few: list[Project], desk: Desk, own_faces: Faces, tmp_path: Path
) -> None:
    project = having(few[0], name="堃垚㙦䶮村镕项目")
    made = make(_orders([project], desk, "linkage"), tmp_path, own_faces, _QUIET)
    assert len(made.made) == 1


def test_the_posting_that_was_asked_for_is_on_the_sheet(few: list[Project], desk: Desk) -> None:
    posted = Desk(desk.site, Posting.of(date(2025, 11, 23), 10))
    (order,) = _orders(few[:1], posted, "linkage")
    assert order.sheet.closing is not None
    assert order.sheet.closing.date == "2025年11月23日"
    assert "公示期为2025年11月23日至2025年12月2日（10天）" in order.sheet.intro[0]
