"""The files that a site gives away: each with what it is, its size and its checksum."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.records.places import Place

FOLDER = "data"
"""Where all open data lie in the site."""

MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xml": "application/atom+xml",
}
"""The media type of each kind of file, by how its name ends."""

WAITING = 1 << 20
"""So many bytes are written at a time."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class File:
    """A file that was written.

    Attributes:
        address: relative to the site's root.
        table: the table that it holds, or an empty text.
        rows: how many rows, where it holds a table.
    """

    address: str
    size: int
    sha256: str
    table: str = ""
    rows: int = 0

    def __reduce__(self) -> tuple[Any, ...]:
        # Thousands travel between processes; Python code would hand over the state of each.
        return File, _ALL(self)

    @property
    def form(self) -> str:
        """How its name ends: ``csv``, ``jsonl``, ``xlsx``…"""
        return self.address.rsplit(".", 1)[-1]

    @property
    def name(self) -> str:
        """Its name without folders."""
        return self.address.rsplit("/", 1)[-1]


_ALL = attrgetter(*(each.name for each in fields(File)))


def memory(files: Iterable[File]) -> bytes:
    """What :func:`remembered` gives back in the next build."""
    return json.dumps([_ALL(each) for each in files]).encode()


def remembered(told: bytes) -> list[File]:
    """The files that the last build wrote."""
    return [File(*each) for each in json.loads(told)]


class Draft:
    """A file that is being written, piece by piece; one that was linked there before is replaced."""

    def __init__(self, root: Path, address: str, table: str = "") -> None:
        self._path = f"{root}/{address}"
        self.address, self._table = address, table
        self._file: int | None = None
        self._waiting: list[bytes] = []
        self._held = self._size = self._rows = 0
        self._digest = hashlib.sha256()

    def add(self, piece: bytes, rows: int = 0) -> None:
        """Go on with this piece, which has so many rows of the table."""
        self._waiting.append(piece)
        self._rows += rows
        self._held += len(piece)
        if self._held > WAITING:
            self._write()

    @property
    def size(self) -> int:
        """The bytes so far."""
        return self._size + self._held

    @property
    def rows(self) -> int:
        """The rows of the table so far."""
        return self._rows

    def _write(self) -> None:
        data = b"".join(self._waiting)
        self._waiting.clear()
        self._held = 0
        self._digest.update(data)
        self._size += len(data)
        if self._file is None:
            self._file = self._opened()
        view = memoryview(data)
        while view:
            view = view[os.write(self._file, view) :]

    def _opened(self) -> int:
        try:
            return os.open(self._path, _NEW, 0o644)
        except FileNotFoundError:
            Path(self._path).parent.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            Path(self._path).unlink()
        return os.open(self._path, _NEW, 0o644)

    def close(self) -> File:
        """Write what is left; what the file is."""
        self._write()
        assert self._file is not None
        os.close(self._file)
        return File(self.address, self._size, self._digest.hexdigest(), self._table, self._rows)


@dataclass(slots=True)
class Published:
    """Writes files below the site's folder and remembers them."""

    root: Path
    files: list[File] = field(default_factory=list)

    def write(self, address: str, pieces: Iterable[bytes], table: str = "", rows: int = 0) -> File:
        """Write a file piece by piece."""
        draft = Draft(self.root, address, table)
        for piece in pieces:
            draft.add(piece)
        draft.add(b"", rows)
        file = draft.close()
        self.files.append(file)
        return file

    def under(self, folder: str) -> list[File]:
        """The files that lie directly in a folder, in the order in which they were written."""
        return self.folders().get(folder, [])

    def folders(self) -> dict[str, list[File]]:
        """All files by the folder in which they lie, for who asks for many folders."""
        found: dict[str, list[File]] = {}
        for file in self.files:
            found.setdefault(file.address.rpartition("/")[0], []).append(file)
        return found


def folder_of(place: Place) -> str:
    """The folder of a township's open data."""
    return f"{FOLDER}/places/{place.short}"
