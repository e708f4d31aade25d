"""The register written as a workbook: records are read and laid out by several processes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.ledger import official, workbook
from generator.ledger.cells import Line, Lines
from generator.ledger.crew import Crew, Desk
from generator.ledger.draft import draft_of
from generator.reading.record import read_file
from generator.records.project import Project
from generator.records.reference import Reference
from generator.settings import Settings

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records are wanted: those of a place (by the beginning of its code) and of a year, or all."""

    place: str = ""
    year: int | None = None

    def takes(self, project: Project) -> bool:
        """Whether a record is wanted."""
        return project.place.startswith(self.place) and self.year in (None, project.year)


@dataclass(slots=True)
class Export:
    """One export; ``left_out`` has the files that are no records, once it is done."""

    crew: Crew
    files: Sequence[str]
    choice: Choice
    left_out: list[str] = field(default_factory=list)

    def workbook(self, path: Path, reference: Reference) -> None:
        """Write our own workbook."""
        with workbook.frame(reference) as frame:
            work = partial(_lines, styles=frame.styles, choice=self.choice)
            made = self.crew.stream(work, self.files)
            frame.fill(path, (line for lines in self._whole(made) for line in lines))

    def official(self, path: Path, reference: Reference, settings: Settings, day: date) -> None:
        """Write the ledger for printing."""
        made = self.crew.stream(partial(_entries, choice=self.choice), self.files)
        official.write(path, (entry for entries in self._whole(made) for entry in entries), settings, day)

    def _whole(self, made: Iterator[list[Made] | None]) -> Iterator[list[Made]]:
        for file, each in zip(self.files, made, strict=True):
            if each is None:
                self.left_out.append(file)
            else:
                yield each


def _lines(
    desk: Desk, files: Sequence[str], *, styles: dict[str, int], choice: Choice
) -> list[list[Line] | None]:
    reference = desk.context.reference
    lines = desk.once("lines", lambda: Lines(reference, styles))
    found: list[list[Line] | None] = []
    for project in _projects(desk, files):
        if project is None:
            found.append(None)
        else:
            found.append(list(lines.of(draft_of(project))) if choice.takes(project) else [])
    return found


def _entries(desk: Desk, files: Sequence[str], *, choice: Choice) -> list[list[official.Entry] | None]:
    reference = desk.context.reference
    found: list[list[official.Entry] | None] = []
    for project in _projects(desk, files):
        if project is None:
            found.append(None)
        else:
            found.append([official.entry(project, reference)] if choice.takes(project) else [])
    return found


def _projects(desk: Desk, files: Sequence[str]) -> Iterator[Project | None]:
    for file in files:
        yield read_file(desk.root / file, file, desk.context.reference).project
