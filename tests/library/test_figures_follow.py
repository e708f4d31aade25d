"""Clause → rule → record → money, on a whole built site; and what happens when a record changes."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from generator.build.pipeline import Options, build
from generator.checks.catalogue import problems
from generator.pages.address import clause_page, rule_address
from generator.reading.record import read_file
from generator.reading.reference import load as load_reference
from generator.records.policies import Policies
from generator.settings import load
from tests.county import ROOT, copy_county
from tests.pages.markup import look

CASE = "SL-2020-0034"
"""A project of a model case that buys to order and pays a guaranteed return."""


def _built(root: Path) -> Path:
    settings = load(root)
    assert build(root, settings, Options(workers=1)).published
    return root / settings.site_dir


def _words(site: Path, page: str) -> str:
    html = (site / page).read_text("utf-8")
    article = re.search(r"<article.*?</article>", html, re.DOTALL)
    return look(article[0] if article else html).text


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_county(tmp_path_factory.mktemp("figures"))


@pytest.fixture(scope="module")
def site(county: Path) -> Path:
    return _built(county)


@pytest.fixture(scope="module")
def policies() -> Policies:
    found, _ = load_reference(ROOT)
    assert found
    return found.policies


def test_every_clause_has_its_place_and_its_page(site: Path, policies: Policies) -> None:
    for policy in policies:
        ids = re.findall(r'id="(c[^"]+)"', (site / f"policies/{policy.id}.html").read_text("utf-8"))
        for clause in policy.clauses:
            assert ids.count(clause.anchor) == 1, clause.id
            page = (site / clause_page(clause)).read_text("utf-8")
            assert f'href="../../policies/{policy.id}.html#{clause.anchor}"' in page


def test_clauses_and_rules_lead_to_each_other(site: Path, policies: Policies) -> None:
    for problem in problems().values():
        rule = (site / rule_address(problem.code)).read_text("utf-8")
        for clause in problem.clauses:
            address = clause_page(policies.clauses[clause])
            assert f'href="../../{address}"' in rule, (problem.code, clause)
            assert f'href="../../{rule_address(problem.code)}"' in (site / address).read_text("utf-8")


def test_every_model_case_is_on_the_list_and_on_its_mechanisms(site: Path, county: Path) -> None:
    cases = [path.stem for path in (county / "site_src" / "cases").glob("*.md") if path.stem != "index"]
    listed = (site / "cases/index.html").read_text("utf-8")
    home = (site / "index.html").read_text("utf-8")
    assert len(cases) >= 8
    for case in cases:
        assert f'href="../cases/{case}.html"' in listed
        assert f'href="cases/{case}.html"' in home
    orders = (site / "mechanisms/contract_farming.html").read_text("utf-8")
    assert 'href="../cases/fragrant-rice-orders.html"' in orders


def test_the_models_reach_all_channels_and_eight_mechanisms(site: Path) -> None:
    listed = (site / "cases/index.html").read_text("utf-8")
    found = {group: len(re.findall(f'name="{group}" class', listed)) for group in ("channels", "mechanisms")}
    assert found["channels"] == 3
    assert found["mechanisms"] >= 8


def _change(record: Path) -> None:
    """An income ten thousand higher, all of it to the members; and as much more paid for the harvest."""
    text = record.read_text("utf-8")
    for old, new in (
        ("income: 87600", "income: 97600"),
        ("{use: member_dividend, amount: 23346", "{use: member_dividend, amount: 33346"),
        ("{mechanism: contract_farming, amount: 3724800", "{mechanism: contract_farming, amount: 3734800"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    record.write_text(text, "utf-8")


def test_a_changed_distribution_changes_case_mechanism_and_clause(
    county: Path, site: Path, tmp_path: Path
) -> None:
    pages = (
        "cases/fragrant-rice-orders.html",
        "cases/index.html",
        "mechanisms/contract_farming.html",
        "mechanisms/guaranteed_dividend.html",
        "clauses/changji-2023-8/10-1.html",
        "clauses/changji-2023-8/13.html",
        "policies/changji-2023-8.html",
    )
    before = {page: _words(site, page) for page in pages}
    other = copy_county(tmp_path / "county")
    _change(other / f"data/projects/{CASE}.yaml")
    after_site = _built(other)
    after = {page: _words(after_site, page) for page in pages}
    assert [page for page in pages if before[page] == after[page]] == []
    case = "cases/fragrant-rice-orders.html"
    assert "97,600 元" in after[case]
    assert "97,600 元" not in before[case]
    assert "33,346 元" in after[case]
    assert "369,000 元" in after[case]
    assert "3,734,800 元" in after[case]


def test_a_warning_takes_a_case_from_the_list_and_the_build_says_so(county: Path, tmp_path: Path) -> None:
    other = copy_county(tmp_path / "county")
    record = other / f"data/projects/{CASE}.yaml"
    text = record.read_text("utf-8")
    before, _, inspected = text.partition("  - on: 2024-12-04\n")
    record.write_text(before + inspected[inspected.index("supervision:") :], "utf-8")
    settings = load(other)
    built = build(other, settings, Options(workers=1))
    assert built.published
    told = [each for each in built.examined.findings if each.code == "E002"]
    assert [each.spot.file for each in told] == ["site_src/cases/fragrant-rice-orders.md"]
    after = other / settings.site_dir
    assert "fragrant-rice-orders" not in _article(after, "cases/index.html")
    assert "暂时不当典型推荐" in _words(after, "cases/fragrant-rice-orders.html")


def _article(site: Path, page: str) -> str:
    found = re.search(r"<article.*?</article>", (site / page).read_text("utf-8"), re.DOTALL)
    assert found
    return found[0]


def test_an_overdue_explainer_shows_a_banner_and_a_warning(tmp_path: Path) -> None:
    other = copy_county(tmp_path / "county")
    file = other / "data/policies/changji-2023-8.yaml"
    file.write_text(
        file.read_text("utf-8").replace("review_by: 2026-06-30", "review_by: 2025-11-19"), "utf-8"
    )
    settings = load(other)
    built = build(other, settings, Options(workers=1))
    told = [each for each in built.examined.findings if each.code == "E003"]
    assert all(each.excerpt.startswith("review_by: ") for each in told)
    assert {each.spot.column for each in told} == {12}
    assert [each.spot.file for each in told] == ["data/policies/changji-2023-8.yaml"]
    after = other / settings.site_dir
    assert "还没有复核" in _words(after, "policies/changji-2023-8.html")
    assert "还没有复核" not in _words(after, "policies/ningling-2022-106.html")


def test_the_sum_of_a_case_is_the_sum_of_its_records(county: Path, site: Path) -> None:
    reference, _ = load_reference(county)
    assert reference
    file = f"data/projects/{CASE}.yaml"
    project = read_file(county / file, file, reference).project
    assert project
    paid = sum((each.paid_to_households for each in project.distributions), Decimal(0))
    assert f"{project.income:,.0f} 元" in _words(site, "cases/fragrant-rice-orders.html")
    assert f"{paid:,.0f} 元" in _words(site, "cases/fragrant-rice-orders.html")


def test_an_imported_text_stands_beside_every_clause(tmp_path: Path) -> None:
    other = copy_county(tmp_path / "county")
    folder = other / "data" / "originals"
    folder.mkdir()
    (folder / "disclosure-regulation.yaml").write_text(
        "id: disclosure-regulation\npassages:\n"
        "- {id: '26', number: 第二十六条, text: [照着原样抄的一句。]}\n",
        "utf-8",
    )
    site = _built(other)
    assert 'id="c26"' in (site / "originals/disclosure-regulation/index.html").read_text("utf-8")
    assert "照着原样抄的一句。" in _words(site, "clauses/disclosure-regulation/26.html")
    explained = (site / "policies/disclosure-regulation.html").read_text("utf-8")
    assert 'href="../originals/disclosure-regulation/index.html#c26"' in explained
