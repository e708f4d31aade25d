"""A desk over the demonstration county, and one typesetter for all tests."""

from datetime import date
from pathlib import Path

import pytest

from generator.notices.desk import Desk
from generator.notices.fonts import Faces, faces
from generator.notices.typeset import Typesetter
from generator.pages.site import Site
from generator.reading.record import read_file
from generator.reading.reference import load as load_reference
from generator.records.project import Project
from generator.records.reference import Reference
from generator.settings import Settings, load
from tests.county import ROOT

ADDRESS = "https://gongshi.shili.example/a/b/"


@pytest.fixture(scope="session")
def settings() -> Settings:
    return load(ROOT).model_copy(update={"site_url": ADDRESS})


@pytest.fixture(scope="session")
def reference() -> Reference:
    found, findings = load_reference(ROOT)
    assert found, findings
    return found


@pytest.fixture(scope="session")
def desk(settings: Settings, reference: Reference) -> Desk:
    return Desk(Site(settings, reference, date(2025, 11, 20), {}))


@pytest.fixture(scope="session")
def own_faces(settings: Settings) -> Faces:
    return faces(ROOT, settings)


@pytest.fixture(scope="session")
def typesetter(own_faces: Faces) -> Typesetter:
    return Typesetter(own_faces)


@pytest.fixture(scope="session")
def county(reference: Reference) -> list[Project]:
    """All records of the demonstration county."""
    return [project(path, reference) for path in sorted((ROOT / "data" / "projects").rglob("*.yaml"))]


@pytest.fixture(scope="session")
def reference_project(reference: Reference) -> Project:
    """A record of the tests' own, of which every kind of sheet can be made."""
    return project(ROOT / "tests" / "records" / "SL-2021-9001.yaml", reference)


@pytest.fixture(scope="session")
def rich(reference: Reference) -> Project:
    """Twelve assets, five mechanisms, a name of more than fifty characters."""
    return project(ROOT / "data" / "projects" / "SL-2019-0005.yaml", reference)


@pytest.fixture(scope="session")
def poor(reference: Reference, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A record that has what a record must have, and nothing else."""
    text = """\
id: SL-2025-9999
name: 清水沟村巷道硬化项目
year: 2025
place: "990101102205"
kind: public_welfare
industry: machinery
stage: proposed
scope: 硬化巷道 600 米
period: {start: 2025-12-01, end: 2026-04-30}
implementer: {name: 云岭镇人民政府, responsible: 分管负责人}
supervision: {department: 示例县农业农村局, hotlines: ["12317"]}
"""
    file = tmp_path_factory.mktemp("poor") / "SL-2025-9999.yaml"
    file.write_text(text, "utf-8")
    return project(file, reference)


def project(path: Path, reference: Reference) -> Project:
    reading = read_file(path, path.name, reference)
    assert reading.project, reading.findings
    return reading.project
