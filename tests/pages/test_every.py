"""All pages together: every link leads somewhere, and the markup is sound."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.library.cases import read_cases
from generator.library.examples import chosen
from generator.library.shelf import Shelf
from generator.pages import slots
from generator.pages.address import relative
from generator.pages.every import pages_of
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.project import project_page
from generator.pages.site import Site
from generator.records.project import Project
from generator.records.summary import Rectification, Row
from tests.pages.conftest import ROOT
from tests.pages.markup import Markup, look
from tests.rows import changed

SOURCES = ROOT / "site_src"
TESTED_ELSEWHERE = ("data",)
"""Its slots belong to a later room."""
SLOTTED = [
    path
    for path in sorted(SOURCES.rglob("*.md"))
    if "<!-- gongshi:" in path.read_text("utf-8")
    and path.relative_to(SOURCES).parts[0] not in TESTED_ELSEWHERE
]


@pytest.fixture
def full(rows: list[Row], site: Site, projects: dict[str, Project]) -> Overview:
    """A register in which every list has something."""
    demand = Rectification(
        "乡政府", "县局", date(2025, 5, 1), "rectify", "设备没有修", date(2025, 6, 1), "零件到了"
    )
    first = changed(
        rows[0],
        rectifications=(demand,),
        notices=(("before", date(2025, 11, 11), date(2025, 11, 21)),),
        warnings=("M005",),
    )
    titles = {_address(path): path.stem for path in sorted(SOURCES.rglob("*.md"))}
    refused = ("data/projects/SL-2025-0001.yaml",)
    return Overview([first, *rows[1:]], site, refused, titles, _shelf(rows, projects))


def _shelf(rows: list[Row], projects: dict[str, Project]) -> Shelf:
    """Cases as they are, as if they told of the records here."""
    cases = [replace(case, projects=tuple(projects)) for case in read_cases(ROOT, "site_src")]
    by_address = {case.address: case for case in cases}
    return Shelf(by_address, tuple(cases[1:]), chosen(rows), projects)


def _address(source: Path) -> str:
    return source.relative_to(SOURCES).with_suffix(".html").as_posix()


def _slotted(overview: Overview) -> Iterator[tuple[str, str]]:
    for path in SLOTTED:
        marks = [line for line in path.read_text("utf-8").splitlines() if line.startswith("<!-- gongshi:")]
        yield _address(path), slots.fill("\n".join(marks), _address(path), overview)


@pytest.fixture
def seen(full: Overview, projects: dict[str, Project], site: Site) -> dict[str, Markup]:
    made: list[Page] = [page for _, page in pages_of(full)]
    made += [project_page(project, (), site) for project in projects.values()]
    assert len({page.address for page in made}) == len(made), "an address was used twice"
    found = {page.address: look(page.body) for page in made}
    return found | {address: look(html) for address, html in _slotted(full)}


def test_the_markup_of_every_page_is_sound(seen: dict[str, Markup]) -> None:
    assert {address: each.faults for address, each in seen.items() if each.faults} == {}


def test_every_page_of_ours_has_one_main_heading_and_no_gap_below(seen: dict[str, Markup]) -> None:
    editorial = {_address(path) for path in SLOTTED}
    for address, each in seen.items():
        if address in editorial:
            continue
        assert each.headings.count("h1") == 1, address
        levels = [int(heading[1]) for heading in each.headings]
        steps = itertools.pairwise(levels)
        assert all(after <= before + 1 for before, after in steps), address


def test_every_link_leads_to_a_page_and_a_place_on_it(seen: dict[str, Markup]) -> None:
    written = {_address(path) for path in SOURCES.rglob("*.md")}
    for address, each in seen.items():
        for link in each.links:
            if link.startswith(("tel:", "#")):
                assert link.startswith("tel:") or link[1:] in each.ids, (address, link)
                continue
            target, _, anchor = _resolved(address, link).partition("#")
            assert target in seen or target in written, (address, link)
            if anchor:
                assert anchor in seen[target].ids, (address, link)


def _resolved(address: str, link: str) -> str:
    up = relative(address, "")
    assert link.startswith(up), (address, link)
    assert not link.startswith(("/", "http")), (address, link)
    return link.removeprefix(up)


def test_every_section_has_its_frame(full: Overview) -> None:
    sections = {section for section, _ in pages_of(full)} | {"projects"}
    assert {path.name for path in (SOURCES / "frames").iterdir()} == sections


def test_pages_are_two_folders_deep(full: Overview) -> None:
    assert {page.address.count("/") for _, page in pages_of(full)} == {2}


def test_two_overviews_of_the_same_rows_give_the_same_pages(rows: list[Row], site: Site) -> None:
    assert list(pages_of(Overview(rows, site))) == list(pages_of(Overview(rows[::-1], site)))


def test_an_empty_register_has_all_its_places_and_lists(site: Site) -> None:
    addresses = {page.address for _, page in pages_of(Overview([], site))}
    assert "places/990101/990101.html" in addresses
    assert "lists/rectification/index.html" in addresses
    assert "rules/M001/index.html" in addresses


def test_the_rectification_list_names_who_what_and_when(seen: dict[str, Markup]) -> None:
    text = seen["lists/rectification/index.html"].text
    for part in ("设备没有修", "零件到了", "乡政府", "县局", "2025 年 6 月 1 日", "已经超过 172 天"):
        assert part in text


def test_a_rule_lists_the_projects_that_it_warns_of(seen: dict[str, Markup], full: Overview) -> None:
    [warned] = [row for row in full.rows if row.warnings]
    assert warned.name in seen["rules/M005/index.html"].text
    assert "是实情的，照实写" in seen["rules/M005/index.html"].text
    assert "是实情的，照实写" not in seen["rules/M001/index.html"].text
    assert "现在没有项目有这条提示。" not in seen["rules/M005/index.html"].text
