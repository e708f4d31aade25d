"""The files that a site gives away: each with what it is, its size and its checksum."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

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

_CHUNK = 1 << 18


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

    @property
    def form(self) -> str:
        """How its name ends: ``csv``, ``jsonl``, ``xlsx``…"""
        return self.address.rsplit(".", 1)[-1]

    @property
    def name(self) -> str:
        """Its name without folders."""
        return self.address.rsplit("/", 1)[-1]


@dataclass(slots=True)
class Published:
    """Writes files below the site's folder and remembers them."""

    root: Path
    files: list[File] = field(default_factory=list)

    def write(self, address: str, pieces: Iterable[bytes], table: str = "", rows: int = 0) -> File:
        """Write a file piece by piece."""
        path = self.root / address
        path.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        size = 0
        with path.open("wb", _CHUNK) as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        return self._note(File(address, size, digest.hexdigest(), table, rows))

    def adopt(self, address: str) -> File:
        """Remember a file that something else has written."""
        path = self.root / address
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return self._note(File(address, path.stat().st_size, digest))

    def _note(self, file: File) -> File:
        self.files.append(file)
        return file

    def under(self, folder: str) -> list[File]:
        """The files that lie directly in a folder, in the order in which they were written."""
        return [file for file in self.files if file.address.rpartition("/")[0] == folder]


def folder_of(place: Place) -> str:
    """The folder of a township's open data."""
    return f"{FOLDER}/places/{place.short}"
