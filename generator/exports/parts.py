"""What the map leaves for the reduce: the rows of every record, ready to be joined to tables.

Every process of the map appends to one file of its own; the reduce looks up where each record lies
and copies, so that neither holds more than one record's rows, however large the register, and the
tables do not depend on how many processes there were.

A part is a line of JSON (the record's file, its place, the lengths and counts of its pieces) and the
pieces behind one another: for every table its CSV, its JSON Lines and its sheet rows, and at the end
the whole record as JSON and the organisations that it names.
"""

import json
import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.exports.cells import EMPTY_XML, Cell
from generator.exports.organisations import named
from generator.exports.rows import Rows, open_columns
from generator.exports.tables import tables
from generator.exports.whole import whole
from generator.records.project import Project
from generator.records.reference import Reference

FOLDER = ".gongshi-parts"
"""Where parts lie in the staging folder until the tables are written."""

FORMS = ("csv", "jsonl", "xml")
RECORD, NAMED = "record", "named"
PIECES = (*((table, form) for table in tables() for form in FORMS), (RECORD, ""), (NAMED, ""))
"""What a part is made of, in its order."""

_AT = {piece: number for number, piece in enumerate(PIECES)}


class Parts:
    """One process's side: takes records apart and appends them to a file of its own."""

    def __init__(self, folder: Path, reference: Reference) -> None:
        self._folder = folder / FOLDER
        self._rows = Rows(reference)
        self._names = {
            table.name: [f'"{column.name}":' for column in open_columns(table)] for table in tables().values()
        }
        self._descriptor: int | None = None
        self._path = ""

    def add(self, project: Project, file: str) -> None:
        """Append the rows of a record that was read from ``file``."""
        pieces, counts = self._pieces(project)
        head = {"file": file, "place": project.place, "lengths": list(map(len, pieces)), "counts": counts}
        self._write(b"".join((json.dumps(head).encode(), b"\n", *pieces)))

    def _pieces(self, project: Project) -> tuple[list[bytes], list[int]]:
        rows = self._rows.of(project)
        pieces, counts = [], []
        for table, names in self._names.items():
            found = rows.get(table, [])
            counts.append(len(found))
            pieces += [
                "".join(map(csv_row, found)).encode(),
                "".join([jsonl_row(row, names) for row in found]).encode(),
                "".join(map(xml_row, found)).encode(),
            ]
        pieces += [f"{whole(project)}\n".encode(), json.dumps(named(project)).encode()]
        return pieces, counts

    def _write(self, data: bytes) -> None:
        """Append in one go, so that nothing is left in a buffer when the process ends."""
        if self._descriptor is None:
            self._descriptor = self._open()
        view = memoryview(data)
        while view:
            view = view[os.write(self._descriptor, view) :]

    def _open(self) -> int:
        if self._path:
            return os.open(self._path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        self._folder.mkdir(exist_ok=True)
        descriptor, self._path = tempfile.mkstemp(dir=self._folder)
        return descriptor

    def close(self) -> None:
        """Close the file until there is more: on a shared disk others see all of it only now.

        A process that ends does it by itself.
        """
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def csv_row(row: list[Cell]) -> str:
    """A row of a CSV file."""
    return ",".join([cell[0] for cell in row]) + "\r\n"


def jsonl_row(row: list[Cell], names: list[str]) -> str:
    """A line of JSON; ``names`` are in quotes and end in a colon. Empty cells are left out."""
    return "{" + ",".join([name + cell[1] for name, cell in zip(names, row, strict=True) if cell[1]]) + "}\n"


def xml_row(row: list[Cell]) -> str:
    """A row of a sheet, without the empty cells at its end."""
    last = len(row)
    while row[last - 1][2] is EMPTY_XML:
        last -= 1
    return "<row>" + "".join([cell[2] for cell in row[:last]]) + "</row>"


@dataclass(frozen=True, slots=True)
class Part:
    """Where a record's part lies: ``starts`` has the place of every piece, and of the end."""

    file: int
    place: str
    starts: "array[int]"
    counts: "array[int]"

    def rows(self, table: str) -> int:
        """How many rows the record has in a table."""
        return self.counts[_AT[table, "csv"] // len(FORMS)]


class Store:
    """The reduce's side: finds the parts that all processes left, and reads their pieces."""

    def __init__(self, folder: Path) -> None:
        self._files = [path.open("rb") for path in sorted((folder / FOLDER).glob("*"))]
        self._parts: dict[str, Part] = {}
        for number, file in enumerate(self._files):
            for name, part in _scan(number, file):
                self._parts[name] = part

    def of(self, files: Iterable[str]) -> list[Part]:
        """The parts of some records, in the order given."""
        return [self._parts[file] for file in files]

    def pieces(self, parts: Iterable[Part], table: str, form: str = "") -> Iterator[bytes]:
        """One piece of every record, one after the other; empty ones are passed over."""
        at = _AT[table, form]
        for part in parts:
            start, end = part.starts[at], part.starts[at + 1]
            if end > start:
                yield os.pread(self._files[part.file].fileno(), end - start, start)

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            file.close()


def _scan(number: int, file: BinaryIO) -> Iterator[tuple[str, Part]]:
    """The parts in a file; the last one is passed over if its process was killed while it wrote."""
    size = os.fstat(file.fileno()).st_size
    while (line := file.readline()).endswith(b"\n"):
        head = json.loads(line)
        starts = array("Q", [file.tell()])
        for length in head["lengths"]:
            starts.append(starts[-1] + length)
        if starts[-1] > size:
            return
        yield head["file"], Part(number, head["place"], starts, array("I", head["counts"]))
        file.seek(starts[-1])
