"""Rows of an invented county of any size, without writing its files."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.demo.casting import Casting
from generator.demo.county import project_file
from generator.demo.places import listed
from generator.reading.record import read
from generator.reading.reference import load
from generator.records.places import Place, Places
from generator.records.reference import Reference
from generator.records.summary import Row, summarise
from tests.county import ROOT, records


def _reference() -> Reference:
    found, findings = load(ROOT)
    assert found is not None, findings
    return found


@cache
def curated() -> tuple[list[Row], Reference]:
    """The demonstration county's rows."""
    reference = _reference()
    return [_row(path.read_bytes(), path, reference) for path in records(ROOT)], reference


@cache
def invented(many: int) -> tuple[list[Row], Reference]:
    """So many rows of the invented county, with the reference data that they need."""
    casting, whole = Casting(1), referred(many)
    files = (project_file(casting, number) for number in range(many))
    return [_row(text.encode(), Path(file), whole) for file, text in files], whole


def referred(many: int) -> Reference:
    """The reference data for so many rows: all their places."""
    return replace(_reference(), places=Places(_places(Casting(1).places.table(listed(many)))))


def _places(lines: Iterable[str]) -> list[Place]:
    cells = [line.split(",") for line in lines][1:]
    return [Place(cell[0], cell[1]) for cell in cells]


def _row(data: bytes, file: Path, reference: Reference) -> Row:
    project = read(data, file.name, reference).project
    assert project is not None, file
    return summarise(project, file.as_posix())
