"""Every sheet of the demonstration county, and the longest and the emptiest record."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.library.cases import read_cases
from generator.notices.desk import Desk
from generator.notices.order import write
from generator.notices.sheet import NOTICE_SIZES, Facts, Sheet, Table
from generator.notices.typeset import Typesetter
from generator.notices.views.case import case
from generator.notices.views.digest import committee, digest
from generator.pages.printed import KINDS, Sheetlike, possible
from generator.records.project import Project
from tests.changing import having
from tests.county import ROOT
from tests.notices import paper

_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d\d")

_LAYOUT = ("columns", "align", "type", "label")


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        told = (each for key, each in value.items() if key not in _LAYOUT)
        return [text for each in told for text in _strings(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _strings(each)]
    return []


def _sheets(project: Project, desk: Desk) -> list[Sheet]:
    return [
        write(project, each, desk) for each in possible(project, desk.site.reference.vocabularies["stages"])
    ]


def _faults(sheet: Sheet, pdf: bytes, place: str) -> list[str]:
    """What is wrong with a finished sheet."""
    told = "".join(paper.pages(pdf))
    url = sheet.closing.url if sheet.closing else ""
    amounts = {amount for text in _strings(sheet.as_dict()) for amount in _AMOUNT.findall(text)}
    fonts = paper.fonts(pdf)
    faults = {
        "is not tagged PDF/UA-1": paper.claims_ua(pdf),
        "has fonts that are not embedded and cut down": all(fonts.values())
        and all(re.match(r"/[A-Z]{6}\+", name) for name in fonts),
        f"lacks the place {place}": _plain(place) in told,
        "lacks an amount": all(amount in told for amount in amounts),
        "lacks the demonstration mark": "示例数据" in told,
        "lacks the page number": "第1页,共" in told,
        "prints in the margin": paper.margins_clean(pdf, 12),
        "has no code, or a wrong one": paper.codes(pdf) == ([url] if url else []),
    }
    return [f"{''.join(sheet.title)} {fault}" for fault, fine in faults.items() if not fine]


def test_every_linkage_notice_of_the_county(
    county: list[Project], desk: Desk, typesetter: Typesetter
) -> None:
    faults = []
    for project in county:
        sheet = write(project, Sheetlike("linkage"), desk)
        pdf = typesetter.pdf(sheet, "a4", "board")
        faults += _faults(sheet, pdf, desk.place(project.place))
        if len(paper.pages(pdf)) > 2:
            smallest = typesetter.pdf(replace(sheet, sizes=sheet.sizes[-1:]), "a4", "board")
            faults += [f"{project.id} would go on two pages"] * (len(paper.pages(smallest)) == 2)
    assert not faults


@pytest.mark.parametrize(("form", "margins"), [("a4", "board"), ("a4", "gb"), ("a3", "board"), ("a3", "gb")])
def test_every_kind_on_every_paper(
    form: str, margins: str, reference_project: Project, desk: Desk, typesetter: Typesetter
) -> None:
    village = reference_project.place
    sheets = [*_sheets(reference_project, desk), digest(village, [reference_project], desk)]
    faults = []
    for sheet in sheets:
        faults += _faults(sheet, typesetter.pdf(sheet, form, margins), desk.place(village))
    assert len(sheets) >= len(KINDS)
    assert not faults


def test_posters_of_all_cases(county: list[Project], desk: Desk, typesetter: Typesetter) -> None:
    records = {project.id: project for project in county}
    models = read_cases(ROOT, "site_src")
    assert models
    for model in models:
        projects = [records[each] for each in model.projects]
        sheet = case(model, projects, desk)
        assert not _faults(sheet, typesetter.pdf(sheet, "a3", "board"), desk.place(projects[0].place))


def test_no_table_is_empty(county: list[Project], desk: Desk) -> None:
    for project in county:
        for sheet in _sheets(project, desk):
            for part in sheet.parts:
                for block in part.blocks:
                    assert not isinstance(block, Table | Facts) or block.rows, (project.id, part.title)


@pytest.mark.parametrize("form", ["a4", "a3"])
def test_the_longest_record(form: str, rich: Project, desk: Desk, typesetter: Typesetter) -> None:
    years = [
        having(each, year=year)
        for year, each in zip(range(2018, 2026), [*rich.distributions, *rich.distributions[:2]], strict=True)
    ]
    longest = having(rich, name=f"{rich.name}（二期）"[:60], distributions=tuple(years))
    for sheet in _sheets(longest, desk):
        pdf = typesetter.pdf(sheet, form, "board")
        assert not _faults(sheet, pdf, desk.place(longest.place))
        last = paper.pages(pdf)[-1]
        assert "张贴日期" not in last or "有不同意见" in last, "the signature stands alone"


def test_the_emptiest_record(poor: Project, desk: Desk, typesetter: Typesetter) -> None:
    sheets = _sheets(poor, desk)
    assert [sheet.title[1] for sheet in sheets] == ["实施前的公示", "联农带农情况公示"]
    for sheet in sheets:
        pdf = typesetter.pdf(sheet, "a4", "board")
        assert not _faults(sheet, pdf, desk.place(poor.place))
        assert len(paper.pages(pdf)) == 1
    told = "".join(paper.pages(typesetter.pdf(sheets[1], "a4", "board")))
    assert "本项目没有登记资产。" in told
    assert "还没有可分配的收益" in told


def test_a_village_without_projects(desk: Desk, typesetter: Typesetter) -> None:
    sheet = digest("990101101201", [], desk)
    assert "本村还没有帮扶项目。" in "".join(paper.pages(typesetter.pdf(sheet, "a4", "board")))


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("东河镇柳湾村", "东河镇柳湾村村民委员会"),
        ("东河镇柳树社区", "东河镇柳树社区居民委员会"),
        ("东河镇柳湾嘎查", "东河镇柳湾嘎查村民委员会"),
        ("东河镇柳湾村委会", "东河镇柳湾村民委员会"),
        ("东河镇柳树居委会", "东河镇柳树居民委员会"),
        ("东河镇柳树社区居民委员会", "东河镇柳树社区居民委员会"),
    ],
)
def test_the_committee_that_issues_a_digest(place: str, told: str) -> None:
    assert committee(place) == told


def test_the_digest_is_issued_by_the_villages_committee(desk: Desk) -> None:
    sheet = digest("990101101201", [], desk)
    village = desk.site.reference.places.full_name("990101101201")
    assert sheet.author == f"{village}村民委员会"


def test_a_day_of_payment_in_another_year_says_so(reference_project: Project, desk: Desk) -> None:
    [year] = [each for each in reference_project.distributions if each.year == 2024 and each.paid]
    assert year.paid
    for on, told in ((date(2024, 12, 27), "12月27日"), (date(2025, 1, 24), "2025年1月24日")):
        paid = having(year, paid=having(year.paid, on=on))
        project = having(reference_project, distributions=(paid,))
        sheet = digest(project.place, [project], desk)
        assert told in list(_strings(sheet.as_dict()))


def test_equal_sheets_are_equal_bytes(rich: Project, desk: Desk, typesetter: Typesetter) -> None:
    sheet = write(rich, Sheetlike("linkage"), desk)
    assert typesetter.pdf(sheet, "a4", "board") == typesetter.pdf(sheet, "a4", "board")


@pytest.mark.parametrize("kind", ["linkage", "before", "completion", "agreement"])
def test_what_a_sheet_says(
    kind: str, reference_project: Project, desk: Desk, golden: Callable[[Path, str], None]
) -> None:
    sheet = next(
        write(reference_project, each, desk)
        for each in possible(reference_project, desk.site.reference.vocabularies["stages"])
        if each.kind == kind
    )
    text = "\n".join(_strings(sheet.as_dict())) + "\n"
    golden(Path(__file__).parent / "golden" / f"{reference_project.id}-{kind}.txt", text)


def test_a_record_without_any_day_is_given_none(poor: Project, desk: Desk) -> None:
    assert "内容截至" not in "".join(write(poor, Sheetlike("linkage"), desk).intro)


def test_a_long_word_does_not_spread_the_line_before_it(
    county: list[Project], desk: Desk, typesetter: Typesetter
) -> None:
    applied = next(each for each in county if each.id == "SL-2025-0017")
    pdf = typesetter.pdf(write(applied, Sheetlike("linkage"), desk), "a4", "board")
    assert paper.pitch(pdf, "根据") < 1.1 * NOTICE_SIZES[0]
