"""Selections are taken over where nothing changed, and come out the same whichever way they were made."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from generator.exports import blocks, open_data, parts
from generator.exports.archive import deflated
from generator.exports.giving import Giving
from generator.exports.parts import Joined, Parts, Store, part_key
from generator.exports.selection import selections
from generator.exports.tables import tables
from generator.outputs.outputs import Outputs
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.summary import Row, summarise
from generator.settings import Settings
from tests.changing import having

Register = dict[str, Project]


def _digest(project: Project) -> bytes:
    return project.name.encode()


def _row(project: Project) -> Row:
    return replace(summarise(project, f"{project.id}.yaml"), digest=_digest(project))


def _add(store: Path, projects: list[Project], reference: Reference) -> None:
    taking = Parts(store, reference)
    for project in projects:
        taking.add([(project, f"{project.id}.yaml", _digest(project))])
    taking.flush()


def _overview(projects: list[Project], reference: Reference) -> Overview:
    return Overview(
        [_row(project) for project in projects],
        Site(Settings(county="示例县"), reference, date(2025, 11, 20), {}),
    )


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _cold(folder: Path, projects: list[Project], reference: Reference) -> dict[str, bytes]:
    _add(folder / "store", projects, reference)
    open_data.write(Outputs(folder / "site"), folder / "store", _overview(projects, reference))
    return _contents(folder / "site")


def test_any_row_of_edits_comes_to_the_same_as_a_cold_build(
    projects: list[Project], reference: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "_EVERY", 8)
    chance = random.Random(7)
    now = {project.id: project for project in projects[::2]}
    _add(tmp_path / "store", list(now.values()), reference)
    site, units = tmp_path / "0", None
    for step in range(1, 7):
        changed = []
        for project in chance.sample(projects, step):
            if project.id in now and chance.random() < 0.4:
                del now[project.id]
            else:
                now[project.id] = having(project, name=f"{project.name}{chance.random()}")
                changed.append(now[project.id])
        _add(tmp_path / "store", changed, reference)
        folder = tmp_path / str(step)
        outputs = Outputs(folder, site, units)
        open_data.write(outputs, tmp_path / "store", _overview(list(now.values()), reference))
        assert _contents(folder) == _cold(tmp_path / f"cold-{step}", list(now.values()), reference)
        site, units = folder, outputs.units


def test_what_has_not_changed_is_linked(
    projects: list[Project], reference: Reference, tmp_path: Path
) -> None:
    _add(tmp_path / "store", projects, reference)
    first = Outputs(tmp_path / "one")
    open_data.write(first, tmp_path / "store", _overview(projects, reference))
    changed = having(projects[0], name="改了")
    _add(tmp_path / "store", [changed], reference)
    after = [changed, *projects[1:]]
    open_data.write(
        Outputs(tmp_path / "two", tmp_path / "one", first.units),
        tmp_path / "store",
        _overview(after, reference),
    )
    made = {
        path.relative_to(tmp_path / "two").parts[2]
        for path in (tmp_path / "two" / "data" / "places").rglob("projects.csv")
        if path.stat().st_nlink == 1
    }
    assert made == {changed.place[:9]}


def test_a_register_without_records_has_empty_tables(reference: Reference, tmp_path: Path) -> None:
    made = _cold(tmp_path, [], reference)
    assert made["data/records.jsonl"] == b""
    assert made["data/projects.csv"].count(b"\r\n") == 1
    outputs = Outputs(tmp_path / "site")
    open_data.write(outputs, tmp_path / "store", _overview([], reference))
    again = Outputs(tmp_path / "again", tmp_path / "site", outputs.units)
    Giving(again, tmp_path / "store", reference).make(selections([], reference.places))
    anew = _contents(tmp_path / "again")
    assert anew == {address: made[address] for address in anew}


def _read(monkeypatch: pytest.MonkeyPatch) -> list[list[bytes]]:
    """Whose parts are read from the store from now on, by the keys."""
    read: list[list[bytes]] = []
    joined = Store.joined

    def noted(self: Store, keys: list[bytes]) -> Joined:
        read.append(list(keys))
        return joined(self, keys)

    monkeypatch.setattr(Store, "joined", noted)
    return read


def test_each_record_is_joined_and_deflated_once(
    projects: list[Project], reference: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "_EVERY", 8)
    read, rows = _read(monkeypatch), []

    def noted(data: bytes) -> bytes:
        rows.append(data.count(b"<row>"))
        return deflated(data)

    monkeypatch.setattr(parts, "deflated", noted)
    _cold(tmp_path, projects, reference)
    keys = [part_key(f"{project.id}.yaml", _digest(project)) for project in projects]
    assert sorted(key for some in read for key in some) == sorted(keys)
    folder = tmp_path / "site" / "data"
    assert sum(rows) == sum((folder / f"{table}.jsonl").read_text("utf-8").count("\n") for table in tables())


def test_a_township_is_one_piece_of_the_register(
    projects: list[Project], reference: Reference, tmp_path: Path
) -> None:
    (county,) = reference.places.roots()
    beyond = [having(each, place=county.code) for each in projects[:3]]
    made = _cold(tmp_path, [*beyond, *projects[3:]], reference)
    codes = [place.short for place in reference.places.at("township")]
    for table in tables():
        for form in ("csv", "jsonl"):
            rest = made[f"data/{table}.{form}"]
            for code in reversed(codes):
                own = made[f"data/places/{code}/{table}.{form}"]
                rows = own.partition(b"\r\n")[2] if form == "csv" else own
                assert rest.endswith(rows)
                rest = rest.removesuffix(rows)
            if table == "projects":
                assert rest.count(b"\n") == len(beyond) + (form == "csv")


@pytest.mark.parametrize("touched", [False, True])
def test_of_the_whole_register_only_the_changed_block_is_read(
    touched: bool,
    projects: list[Project],
    reference: Reference,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocks, "_EVERY", 4)
    store, many = tmp_path / "store", sorted(projects, key=lambda each: each.id)
    _add(store, many, reference)
    first = Outputs(tmp_path / "one")
    open_data.write(first, store, _overview(many, reference))
    many[0] = having(many[0], name="改了")
    _add(store, many[:1], reference)
    whole = selections(_overview(many, reference).rows, reference.places)[0]
    if touched:
        with (tmp_path / "one" / "data" / "uses.csv").open("ab") as file:
            file.write(b"x")
    read = _read(monkeypatch)
    giving = Giving(Outputs(tmp_path / "two", tmp_path / "one", first.units), store, reference)
    giving.make([whole])
    giving.close()
    changed = part_key(f"{many[0].id}.yaml", _digest(many[0]))
    every = [[stretch.keys for stretch in block if stretch.keys] for block in blocks.cut(whole.within)]
    (its,) = [block for block in every if any(changed in keys for keys in block)]
    assert len(every) > 2
    assert read == ([keys for block in every for keys in block] if touched else its)
    cold = _cold(tmp_path / "cold", many, reference)
    made = _contents(tmp_path / "two")
    assert made == {address: cold[address] for address in made}
    assert "data/records.jsonl" in made


def test_nothing_is_read_when_nothing_has_changed(
    projects: list[Project], reference: Reference, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    _add(store, projects, reference)
    first = Outputs(tmp_path / "one")
    one = open_data.write(first, store, _overview(projects, reference))
    for file in [path for path in store.rglob("*") if path.is_file()]:
        file.unlink()
    again = Outputs(tmp_path / "two", tmp_path / "one", first.units)
    assert open_data.write(again, store, _overview(projects, reference)).files == one.files
    assert _contents(tmp_path / "two") == _contents(tmp_path / "one")


def test_any_process_in_any_order(projects: list[Project], reference: Reference, tmp_path: Path) -> None:
    overview = _overview(projects, reference)
    expected = _cold(tmp_path / "one", projects, reference)
    chosen = selections(overview.rows, reference.places)
    outputs = Outputs(tmp_path / "site")
    files = {}
    for selection in reversed(chosen):
        other = Outputs(tmp_path / "site")
        giving = Giving(other, tmp_path / "one" / "store", reference)
        assert giving.take(selection) is None
        (files[selection.unit],) = giving.make([selection])
        giving.close()
        outputs.absorb(other.news)
    open_data.describe(outputs, overview, [files[selection.unit] for selection in chosen])
    assert _contents(tmp_path / "site") == expected


def _within(many: int, townships: int) -> list[blocks.Within]:
    return [
        (
            f"{331023000 + at}",
            [(f"SL-2023-{number:04d}", b"%d" % number) for number in range(at, many, townships)],
        )
        for at in range(townships)
    ]


def test_a_block_ends_by_the_number_of_its_last_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_EVERY", 8)
    monkeypatch.setattr(blocks, "_MOST", 20)
    within = _within(300, 7)
    whole = _keys(within)
    assert [key for block in whole for key in block] == [key for _, records in within for _, key in records]
    assert max(len(stretch.keys) for block in blocks.cut(within) for stretch in block) <= 20
    township, records = within[3]
    within[3] = township, [*records[:25], *records[26:]]
    changed = set(_keys(within)) - set(whole)
    assert 0 < len(changed) <= 3


def _keys(within: list[blocks.Within]) -> list[tuple[bytes, ...]]:
    return [tuple(key for stretch in block for key in stretch.keys) for block in blocks.cut(within)]


def test_a_township_is_cut_the_same_whatever_stands_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_EVERY", 8)
    monkeypatch.setattr(blocks, "_MOST", 10)
    within = [*_within(300, 7), ("331023900", [])]
    found: dict[str, list[blocks.Stretch]] = {}
    for block in blocks.cut(within):
        for stretch in block:
            found.setdefault(stretch.township, []).append(stretch)
    assert list(found) == [township for township, _ in within]
    for each in within:
        alone = [stretch for block in blocks.cut([each]) for stretch in block]
        assert found[each[0]] == alone
        assert [stretch.last for stretch in alone] == [*[False] * (len(alone) - 1), True]


def test_a_spreadsheet_library_reads_the_workbooks(
    projects: list[Project], reference: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "_EVERY", 8)
    _cold(tmp_path, projects, reference)
    for path in (tmp_path / "site").rglob("register.xlsx"):
        book = openpyxl.load_workbook(path, read_only=True)
        lines = (path.parent / "projects.csv").read_text("utf-8-sig").count("\n")
        assert sum(1 for _ in book["项目"].iter_rows()) == lines
        book.close()
