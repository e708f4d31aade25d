from pathlib import Path

from generator.exports.parts import FORMS, Parts, Store
from generator.exports.tables import tables
from generator.records.project import Project
from generator.records.reference import Reference


def _all(store: Store, files: list[str]) -> list[bytes]:
    parts = store.of(files)
    return [b"".join(store.pieces(parts, table, form)) for table in tables() for form in FORMS]


def test_one_process_or_three(projects: list[Project], reference: Reference, tmp_path: Path) -> None:
    files = [project.id for project in projects]
    one = Parts(tmp_path / "one", reference)
    several = [Parts(tmp_path / "three", reference) for _ in range(3)]
    for folder in ("one", "three"):
        (tmp_path / folder).mkdir()
    for number, project in enumerate(projects):
        one.add(project, project.id)
        several[number * 7 % 3].add(project, project.id)
    stores = Store(tmp_path / "one"), Store(tmp_path / "three")
    assert _all(stores[0], files) == _all(stores[1], files)
    assert any(_all(stores[0], files))
    for parts in (one, *several):
        parts.close()
    for store in stores:
        store.close()
