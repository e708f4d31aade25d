from pathlib import Path

from generator.exports.parts import FORMS, RECORD, Parts, Store, part_key
from generator.exports.tables import tables
from generator.records.project import Project
from generator.records.reference import Reference
from tests.changing import having

EVERY = [*((table, form) for table in tables() for form in FORMS), (RECORD, "")]


def _all(folder: Path, projects: list[Project]) -> list[bytes]:
    store = Store(folder)
    joined = store.joined([part_key(project.id, b"1") for project in projects])
    store.close()
    return [joined.piece(table, form) for table, form in EVERY]


def test_one_process_or_three(projects: list[Project], reference: Reference, tmp_path: Path) -> None:
    one = Parts(tmp_path / "one", reference)
    several = [Parts(tmp_path / "three", reference) for _ in range(3)]
    for number, project in enumerate(projects):
        one.add([(project, project.id, b"1")])
        several[number * 7 % 3].add([(project, project.id, b"1")])
        if number % 10 == 0:
            several[0].flush()
    for parts in (one, *several):
        parts.flush()
    assert _all(tmp_path / "one", projects) == _all(tmp_path / "three", projects)
    assert all(_all(tmp_path / "one", projects))


def test_a_record_is_found_by_what_is_written_in_it(
    projects: list[Project], reference: Reference, tmp_path: Path
) -> None:
    parts = Parts(tmp_path, reference)
    changed = having(projects[0], name="改了名字的项目")
    parts.add([(projects[0], "a.yaml", b"old")])
    parts.flush()
    parts.add([(changed, "a.yaml", b"new")])
    parts.flush()
    store = Store(tmp_path)
    assert store.has("a.yaml", b"old")
    assert store.has("a.yaml", b"new")
    assert not store.has("a.yaml", b"newer")
    assert not store.has("b.yaml", b"new")
    for digest, project in ((b"old", projects[0]), (b"new", changed)):
        record = store.joined([part_key("a.yaml", digest)]).piece(RECORD).decode()
        assert f'"name":"{project.name}"' in record
    store.close()


def test_persons_do_not_tell_of_few_households(
    projects: list[Project], reference: Reference, tmp_path: Path
) -> None:
    """Seven persons in a group of at most three households say more than that there are at most three."""
    project = next(each for each in projects if each.linkages)
    told = {}
    for households in (3, 4):
        group = having(project.linkages[0].beneficiaries, households=households, persons=77_777)
        linkage = having(project.linkages[0], beneficiaries=group)
        parts = Parts(tmp_path, reference)
        changed = having(project, linkages=(linkage,))
        parts.add([(changed, "a.yaml", bytes([households]))])
        parts.flush()
        store = Store(tmp_path)
        joined = store.joined([part_key("a.yaml", bytes([households]))])
        told[households] = [b"77777" in joined.piece("linkages", form) for form in FORMS]
        store.close()
    assert told == {3: [False] * 3, 4: [True] * 3}
