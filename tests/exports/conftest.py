"""A built demonstration site, and its records, for all tests of what it gives away."""

from pathlib import Path

import pytest

from generator.build.pipeline import Options, build
from generator.reading.record import read_file
from generator.reading.reference import load
from generator.records.project import Project
from generator.records.reference import Reference
from generator.settings import load as load_settings
from tests.county import ROOT, copy_county, records


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demonstration county with its built site."""
    root = copy_county(tmp_path_factory.mktemp("open-data") / "county")
    assert build(root, load_settings(root), Options()).published
    return root


@pytest.fixture(scope="session")
def data(county: Path) -> Path:
    """The folder of its open data."""
    return county / "site" / "data"


@pytest.fixture(scope="session")
def reference() -> Reference:
    reference, findings = load(ROOT)
    assert reference
    assert not findings
    return reference


@pytest.fixture(scope="session")
def projects(reference: Reference) -> list[Project]:
    """All records of the demonstration county."""
    found = [read_file(path, path.name, reference).project for path in records(ROOT)]
    return [project for project in found if project]
