"""A small register for the pages: three records, the demonstration county's reference data, a pinned day."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks.catalogue import problems
from generator.pages.cards import Cards
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.reading.record import read
from generator.reading.reference import load
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.summary import Row, summarise
from generator.settings import Publisher, Settings

ROOT = Path(__file__).parents[2]
RECORDS = sorted((ROOT / "tests" / "records").glob("SL-*.yaml"))


@pytest.fixture(scope="session")
def reference() -> Reference:
    found, findings = load(ROOT)
    assert found is not None, findings
    return found


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(
        county="示例县",
        demonstration=True,
        page_size=20,
        publisher=Publisher(name="示例县农业农村局", phone="0990-1234567"),
        site_name="示例县联农带农公示",
    )


@pytest.fixture(scope="session")
def site(settings: Settings, reference: Reference) -> Site:
    return Site(settings, reference, date(2025, 11, 20), problems())


@pytest.fixture(scope="session")
def projects(reference: Reference) -> dict[str, Project]:
    read_all = (read(path.read_bytes(), path.name, reference).project for path in RECORDS)
    return {project.id: project for project in read_all if project}


@pytest.fixture
def project(projects: dict[str, Project]) -> Project:
    return projects["SL-2023-9003"]


@pytest.fixture(scope="session")
def rows(projects: dict[str, Project], reference: Reference) -> list[Row]:
    shared = reference.vocabularies["uses"].marked("to_households")
    return [
        summarise(project, f"data/projects/{project.id}.yaml", to_households=shared)
        for project in projects.values()
    ]


@pytest.fixture
def row(rows: list[Row]) -> Row:
    return rows[-1]


@pytest.fixture
def overview(rows: list[Row], site: Site) -> Overview:
    return Overview(rows, site)


@pytest.fixture
def cards(site: Site) -> Cards:
    return Cards(site)
