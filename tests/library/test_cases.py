"""Cases: what their front matter says, and when they are models."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.library.cases import Case, is_model, judge, read_cases
from generator.records.money import Year
from generator.records.summary import Row
from tests.pages.conftest import ROOT, reference, rows, settings, site  # noqa: F401
from tests.pages.conftest import projects as projects
from tests.rows import changed

FRONT = "---\ntitle: 一座冷库\ndescription: 怎样办。\nprojects: [SL-2024-0001]\n---\n\n# 一座冷库\n"


def _case(text: str, root: Path) -> Case:
    folder = root / "site_src" / "cases"
    folder.mkdir(parents=True)
    (folder / "pears.md").write_text(text, "utf-8")
    (folder / "index.md").write_text("# 案例\n", "utf-8")
    (found,) = read_cases(root, "site_src")
    return found


def _year(number: int, paid: bool) -> Year:
    return Year(
        number, Decimal(1000), Decimal(0), Decimal(0), Decimal(0), (), date(number, 12, 1) if paid else None
    )


@pytest.fixture
def sound(rows: list[Row]) -> Row:  # noqa: F811
    years = (_year(2024, True), _year(2025, True))
    return changed(rows[0], id="SL-2024-0001", years=years, errors=(), warnings=(), notes=("M007",))


def test_a_case_is_read_from_its_front_matter(tmp_path: Path) -> None:
    case = _case(FRONT, tmp_path)
    assert case.address == "cases/pears.html"
    assert case.file == "site_src/cases/pears.md"
    assert (case.title, case.projects, case.line) == ("一座冷库", ("SL-2024-0001",), 4)


@pytest.mark.parametrize(
    "text",
    [
        "# 一座冷库\n",
        FRONT.replace("projects: [SL-2024-0001]\n", ""),
        FRONT.replace("[SL-2024-0001]", "[]"),
        FRONT.replace("[SL-2024-0001]", "SL-2024-0001"),
        FRONT.replace("[SL-2024-0001]", "[SL-2024-0001"),
        "---\ntitle: 一座冷库\n",
    ],
)
def test_a_case_without_its_projects_is_an_error(text: str, tmp_path: Path, sound: Row) -> None:
    found = list(judge(_case(text, tmp_path), {sound.id: sound}, frozenset({sound.id})))
    assert [each.code for each in found] == ["E001"]
    assert found[0].spot.file == "site_src/cases/pears.md"


def test_an_unknown_project_is_an_error(tmp_path: Path, sound: Row) -> None:
    case = _case(FRONT.replace("0001", "0009"), tmp_path)
    (found,) = judge(case, {sound.id: sound}, frozenset({sound.id}))
    assert (found.code, found.spot.line) == ("E001", 4)
    assert "SL-2024-0009" in found.message.zh


def test_a_sound_project_with_two_payments_makes_a_model(tmp_path: Path, sound: Row) -> None:
    case = _case(FRONT, tmp_path)
    assert is_model(case, {sound.id: sound})
    assert list(judge(case, {sound.id: sound}, frozenset({sound.id}))) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"warnings": ("N003",)}, "N003"),
        ({"errors": ("D001",)}, "D001"),
        ({"years": (_year(2024, True), _year(2025, False))}, "只有 1 年"),
        ({"years": ()}, "只有 0 年"),
    ],
)
def test_what_keeps_a_case_from_being_a_model(
    change: dict[str, tuple[object, ...]], told: str, tmp_path: Path, sound: Row
) -> None:
    case, row = _case(FRONT, tmp_path), changed(sound, **change)
    (found,) = judge(case, {row.id: row}, frozenset({row.id}))
    assert found.code == "E002"
    assert told in found.message.zh
    assert not is_model(case, {row.id: row})


def test_a_refused_project_keeps_a_case_from_being_a_model(tmp_path: Path, sound: Row) -> None:
    (found,) = judge(_case(FRONT, tmp_path), {}, frozenset({sound.id}))
    assert found.code == "E002"
    assert "没有公布" in found.message.zh


def test_the_demonstration_county_has_eight_cases_with_everything_that_a_case_tells() -> None:
    cases = read_cases(ROOT, "site_src")
    assert len(cases) >= 8
    for case in cases:
        text = (ROOT / case.file).read_text("utf-8")
        for heading in (
            "原来的难处",
            "怎么做的",
            "钱怎么走",
            "结果",
            "要什么条件",
            "怎样照着做",
            "局限和风险",
        ):
            assert f"\n## {heading}\n" in text, case.file
        for slot in ("case-head", "case-flow", "case-results"):
            assert f"\n<!-- gongshi:{slot} -->\n" in text, case.file
