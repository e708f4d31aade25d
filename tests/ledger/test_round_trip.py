"""Out into the workbook and in again: nothing lost, nothing touched."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks.rule import Context
from generator.ledger import workbook as ours
from generator.ledger.draft import draft_of
from generator.ledger.emit import emit
from generator.ledger.values import yuan
from generator.reading.record import read
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.summary import Row
from tests.county import copy_county, digest
from tests.ledger.run import run
from tests.ledger.understood import understand


def test_the_county_comes_back_record_for_record(
    workbook: Path, context: Context, rows: list[Row], projects: list[Project]
) -> None:
    imported = understand(workbook, context)
    assert [each.project for each in imported.judged] == projects
    assert not imported.named
    assert not imported.ledger.findings


def test_into_its_own_register_it_changes_no_byte(tmp_path: Path) -> None:
    root = copy_county(tmp_path / "county")
    before = digest(root)
    book = str(tmp_path / "台账.xlsx")
    assert run("ledger", "export", "--root", str(root), "--out", book).code == 0
    done = run("ledger", "import", book, "--root", str(root))
    assert done.code == 0, done.out
    assert "没有变化" in done.out
    assert digest(root) == before


def test_into_an_empty_register_twice_gives_the_same_bytes(
    workbook: Path, tmp_path: Path, projects: list[Project]
) -> None:
    root = copy_county(tmp_path / "county")
    folder = root / "data" / "projects"
    for path in folder.rglob("*.yaml"):
        path.unlink()
    assert run("ledger", "import", str(workbook), "--root", str(root)).code == 0
    first = digest(folder)
    assert len(first) == len(projects)
    again = str(tmp_path / "again.xlsx")
    assert run("ledger", "export", "--root", str(root), "--out", again).code == 0
    for path in folder.rglob("*.yaml"):
        path.unlink()
    assert run("ledger", "import", again, "--root", str(root)).code == 0
    assert digest(folder) == first


def test_the_generated_county_is_byte_equal(tmp_path: Path) -> None:
    root = tmp_path / "county"
    assert run("demo", str(root), "--records", "60", "--seed", "7").code == 0
    before = digest(root / "data")
    book = str(tmp_path / "台账.xlsx")
    assert run("ledger", "export", "--root", str(root), "--out", book).code == 0
    assert run("ledger", "import", book, "--root", str(root)).code == 0
    assert digest(root / "data") == before


_WORDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
_LINES = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_MONEY = st.decimals(min_value=0, max_value=10**10, places=2, allow_nan=False).map(yuan)


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_record_comes_back(
    data: st.DataObject,
    projects: list[Project],
    reference: Reference,
    context: Context,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    project = data.draw(st.sampled_from(projects))
    draft = draft_of(project)
    draft["name"] = data.draw(_LINES)
    draft["scope"] = data.draw(_LINES)
    draft["supervision"] = {
        **draft["supervision"],
        "hotlines": data.draw(st.lists(_LINES, min_size=1, max_size=3)),
    }
    for fund in draft.get("funding", ()):
        fund["amount"] = data.draw(_MONEY)
    for each in draft.get("distributions", ()):
        each["income"] = data.draw(_MONEY)
    changed = read(emit(draft).encode(), f"{project.id}.yaml", reference).project
    assert changed, emit(draft)
    path = tmp_path_factory.mktemp("any") / "t.xlsx"
    ours.write(path, [changed], reference)
    imported = understand(path, context)
    assert [each.project for each in imported.judged] == [changed]
    assert [each.text for each in imported.judged] == [emit(draft_of(changed))]


def test_amounts_to_the_fen(
    tmp_path: Path, projects: list[Project], reference: Reference, context: Context
) -> None:
    draft = draft_of(projects[0])
    amounts = [Decimal("0.01"), Decimal("1234567.89"), Decimal("99999999999999.99"), Decimal("0.1")]
    draft["funding"] = [{"source": "donation", "amount": amount} for amount in amounts]
    project = read(emit(draft).encode(), "a.yaml", reference).project
    assert project
    ours.write(tmp_path / "t.xlsx", [project], reference)
    (judged,) = understand(tmp_path / "t.xlsx", context).judged
    assert judged.project
    assert [fund.amount for fund in judged.project.funding] == amounts


def test_into_an_empty_register_it_gives_the_countys_own_bytes(tmp_path: Path) -> None:
    root = copy_county(tmp_path / "county")
    folder = root / "data" / "projects"
    before = digest(folder)
    book = str(tmp_path / "台账.xlsx")
    assert run("ledger", "export", "--root", str(root), "--out", book).code == 0
    for path in folder.rglob("*.yaml"):
        path.unlink()
    assert run("ledger", "import", book, "--root", str(root)).code == 0
    assert digest(folder) == before


def test_every_record_of_the_county_is_canonical(texts: dict[str, str], reference: Reference) -> None:
    for name, text in texts.items():
        project = read(text.encode(), f"{name}.yaml", reference).project
        assert project
        assert emit(draft_of(project)) == text, name


@given(seed=st.integers(0, 10**6))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_generated_records_come_back_byte_for_byte(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("generated")
    assert run("demo", str(root / "county"), "--records", "9", "--seed", str(seed)).code == 0
    folder = root / "county" / "data" / "projects"
    before = {Path(name).name: content for name, content in digest(folder).items()}
    book = str(root / "台账.xlsx")
    assert run("ledger", "export", "--root", str(root / "county"), "--out", book).code == 0
    for path in folder.rglob("*.yaml"):
        path.unlink()
    assert run("ledger", "import", book, "--root", str(root / "county")).code == 0
    assert digest(folder) == before
