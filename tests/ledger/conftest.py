"""The demonstration county as records, and as a register that an import may change."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks.rule import Context
from generator.reading.record import read_file
from generator.reading.reference import load
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.summary import Row, summarise
from tests.county import ROOT, records

AS_OF = date(2025, 11, 20)


@pytest.fixture(scope="session")
def reference() -> Reference:
    reference, findings = load(ROOT)
    assert reference
    assert not findings
    return reference


@pytest.fixture(scope="session")
def context(reference: Reference) -> Context:
    return Context(reference, AS_OF)


@pytest.fixture(scope="session")
def texts(reference: Reference) -> dict[str, str]:
    """The text of every record by its number."""
    return {path.stem: path.read_text("utf-8") for path in records(ROOT)}


@pytest.fixture(scope="session")
def projects(reference: Reference) -> list[Project]:
    found = [read_file(path, path.name, reference).project for path in records(ROOT)]
    return [project for project in found if project]


@pytest.fixture(scope="session")
def rows(projects: list[Project]) -> list[Row]:
    return [summarise(project, f"data/projects/{project.id}.yaml") for project in projects]


@pytest.fixture(scope="session")
def workbook(projects: list[Project], reference: Reference, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole county as our workbook."""
    from generator.ledger import workbook as made

    path = tmp_path_factory.mktemp("ledger") / "台账.xlsx"
    made.write(path, projects, reference)
    return path
