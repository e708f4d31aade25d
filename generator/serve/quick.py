"""The quick way of one record into the browser: read, judged and rendered alone, by what is in memory."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.files import RECORDS
from generator.build.job import page_of
from generator.checks.catalogue import problems
from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.findings.finding import Finding
from generator.pages.frame import Frame
from generator.pages.site import Site
from generator.reading.record import Reading
from generator.reading.text import load
from generator.records.reference import Reference
from generator.serve.trouble import errors
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Look:
    """What one record is like now.

    Attributes:
        page: its address and what stands there; None where errors keep it from being shown.
    """

    file: str
    findings: tuple[Finding, ...]
    page: tuple[str, bytes] | None


class Quick:
    """What the last whole build was made with, ready for single records."""

    def __init__(
        self, root: Path, settings: Settings, reference: Reference, as_of: date, frame: Frame
    ) -> None:
        self.settings = settings
        self.reference = reference
        self._root = root
        self._frame = frame
        self._context = Context(reference, as_of)
        self._site = Site(settings, reference, as_of, problems())

    def look(self, file: str) -> Look | None:
        """Look at a record, named relative to the root; None where it is there no more."""
        path = self._root / file
        if not path.exists():
            return None
        reading = Reading(file, load(path), self.reference)
        findings = tuple(examine(reading, self._context))
        if reading.project is None or errors(findings):
            return Look(file, findings, None)
        page = page_of(reading.project, findings, self._site)
        return Look(file, findings, (page.address, self._frame.encoded(page)))


def record(path: Path, root: Path) -> str | None:
    """The name of a record's file relative to the root, with ``/``; None for any other path."""
    if path.suffix not in (".yaml", ".yml") or not path.is_relative_to(root / RECORDS):
        return None
    return path.relative_to(root).as_posix()
