"""A page that people wrote is taken over from the last build only where its slots would show the same."""

import random
from dataclasses import replace

import pytest

from generator.library.cases import Case, is_model
from generator.library.examples import chosen
from generator.library.shelf import Shelf
from generator.pages import slots
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.pages.turn import Depends
from generator.records.project import Project
from generator.records.summary import Row
from tests.pages.test_keyed import _digested, _edited

CASE = "cases/mill.html"


def _overview(rows: list[Row], projects: dict[str, Project], site: Site, told: str = "一座磨坊") -> Overview:
    published = {row.id: row for row in rows}
    case = Case("site_src/cases/mill.md", CASE, "磨坊", told, tuple(sorted(projects)[:2]))
    examples = chosen(rows)
    shelf = Shelf(
        cases={CASE: case},
        models=(case,) if is_model(case, published) else (),
        examples=examples,
        records={number: projects[number] for number in projects if number in published},
    )
    return Overview(rows, site, editorial={CASE: "磨坊"}, shelf=shelf)


def _pages(overview: Overview) -> list[str]:
    """A page for every slot with every argument, and one without a slot."""
    found = ["<p>没有</p>"]
    for name in slots.SLOTS:
        arguments = [""]
        if name in ("mechanism", "worked"):
            arguments = [f" {code}" for code in overview.mechanisms]
        elif name in ("clauses", "policy-header"):
            arguments = [f" {policy.id}" for policy in overview.site.reference.policies]
        found += [f"<!-- gongshi:{name}{argument} -->" for argument in arguments]
    return found


@pytest.mark.parametrize("seed", range(6))
def test_what_depends_on_the_same_shows_the_same(
    seed: int, rows: list[Row], projects: dict[str, Project], site: Site
) -> None:
    dice = random.Random(seed)
    seen: dict[tuple[Depends, ...], str] = {}
    register, again = [_digested(row) for row in rows], 0
    for step in range(5):
        overview = _overview(register, projects, site, dice.choice(("一座磨坊", "两座磨坊")))
        for html in _pages(overview):
            key = slots.depends(html, overview)
            shown = slots.fill(html, CASE, overview)
            again += key in seen and step > 0
            assert seen.setdefault(key, shown) == shown, html
        register = _edited(register, rows, site, dice)
    assert again > 30


def test_a_mechanism_is_shown_anew_when_a_project_uses_it(
    rows: list[Row], projects: dict[str, Project], site: Site
) -> None:
    rows = [_digested(row) for row in rows]
    changed = _digested(replace(rows[0], name="新名字"))
    before, after = (_overview(each, projects, site) for each in (rows, [changed, *rows[1:]]))
    differ = {
        code
        for code in before.mechanisms
        for html in [f"<!-- gongshi:mechanism {code} -->"]
        if slots.depends(html, before) != slots.depends(html, after)
    }
    assert differ == set(changed.mechanisms)


def test_a_slot_that_is_not_known_better_shows_all_of_the_register(
    rows: list[Row], projects: dict[str, Project], site: Site
) -> None:
    rows = [_digested(row) for row in rows]
    before, after = (_overview(each, projects, site) for each in (rows, rows[1:]))
    for html in ("<!-- gongshi:data-files -->", "<!-- gongshi:lists -->"):
        assert slots.depends(html, before) != slots.depends(html, after)
    assert slots.depends("<p>没有</p>", before) == slots.depends("<p>没有</p>", after)
