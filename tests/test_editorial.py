"""The pages that people wrote: front matter, links, slots and the codes that they name."""

import re
from pathlib import Path

import pytest
import yaml

from generator.checks.catalogue import problems
from generator.records.linkages import LINKAGES

SITE = Path(__file__).parent.parent / "site_src"
POLICIES = SITE.parent / "data" / "policies"
SECTIONS = ("policies", "mechanisms", "help", "cases")
PAGES = sorted([page for section in SECTIONS for page in (SITE / section).glob("*.md")] + [SITE / "about.md"])

LINK = re.compile(r"\]\((?!tel:)([^)#]+)(?:#[^)]*)?\)")
ANCHOR = re.compile(r"\]\((?:(?:\.\./policies/)?([a-z0-9-]+)\.md)?#c([a-z0-9-]+)\)")
CODE = re.compile(r"`([A-Z]\d{3})`")


def name(page: Path) -> str:
    return page.relative_to(SITE).as_posix()


@pytest.fixture(params=PAGES, ids=name)
def page(request: pytest.FixtureRequest) -> Path:
    found = request.param
    assert isinstance(found, Path)
    return found


def test_front_matter_tells_title_and_description(page: Path) -> None:
    _, front, text = page.read_text("utf-8").split("---\n", 2)
    meta = yaml.safe_load(front)
    assert set(meta) >= {"title", "description"}
    assert f"\n# {meta['title']}\n" in text
    assert meta["description"].endswith("。")


def test_links_lead_to_pages_that_exist(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).resolve().is_file(), target


def test_clauses_that_are_linked_exist(page: Path) -> None:
    for document, clause in ANCHOR.findall(page.read_text("utf-8")):
        found = yaml.safe_load((POLICIES / f"{document or page.stem}.yaml").read_text("utf-8"))
        assert clause in [each["id"] for each in found["clauses"]], (document, clause)


def test_links_stay_on_the_site(page: Path) -> None:
    assert "://" not in page.read_text("utf-8")


def test_rules_that_are_named_exist(page: Path) -> None:
    codes = set(problems())
    assert set(CODE.findall(page.read_text("utf-8"))) <= codes


def test_slots_stand_on_lines_of_their_own(page: Path) -> None:
    for line in page.read_text("utf-8").splitlines():
        if "<!--" in re.sub("`[^`]*`", "", line):
            assert re.fullmatch(r"<!-- gongshi:[a-z-]+(?: [a-z0-9_-]+)* -->", line), line


@pytest.mark.parametrize("code", LINKAGES)
def test_every_mechanism_has_its_page(code: str) -> None:
    text = (SITE / "mechanisms" / f"{code}.md").read_text("utf-8")
    assert f"\n<!-- gongshi:mechanism {code} -->\n" in text
    assert f"\n<!-- gongshi:worked {code} -->\n" in text
    assert '!!! example "举例，数字是假设的"' in text
    assert len(set(CODE.findall(text))) >= 2
    assert f"({code}.md)" in (SITE / "mechanisms" / "index.md").read_text("utf-8")


@pytest.mark.parametrize("document", ["ningling-2022-106", "changji-2023-8"])
def test_an_explainer_answers_what_people_ask(document: str) -> None:
    text = (SITE / "policies" / f"{document}.md").read_text("utf-8")
    questions = re.findall(r"^### .+？$", text, re.MULTILINE)
    assert len(questions) >= 8
    for heading in ("为什么有", "管哪些项目", "先带哪些人", "项目要做什么", "农户怎样得好处", "不许做什么"):
        assert f"\n## {heading}" in text
    for heading in ("谁来监督", "几个词", "后来怎样"):
        assert f"\n## {heading}\n" in text


@pytest.mark.parametrize("document", ["ningling-2022-106", "changji-2023-8"])
def test_every_document_has_its_picture(document: str) -> None:
    text = (SITE / "policies" / f"{document}-picture.md").read_text("utf-8")
    assert f"({document}-picture.md)" in (SITE / "policies" / f"{document}.md").read_text("utf-8")
    assert f"({document}-picture.md)" in (SITE / "policies" / "index.md").read_text("utf-8")
    assert len(re.findall(r"^## ", text, re.MULTILINE)) >= 6
    for heading in ("钱从哪里来", "不许", "谁来监督"):
        assert f"\n## {heading}\n" in text


def test_no_case_types_an_amount(page: Path) -> None:
    """Results come from the records; a case that typed one would keep it when the record changes."""
    if page.parent.name == "cases":
        assert not re.search(r"[0-9][0-9,.]*\s*(?:元|万元|户)", page.read_text("utf-8"))
