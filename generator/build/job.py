"""The map's work on one file: read, check, render, write; what comes back is small."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.build.hands import noted
from generator.checks.catalogue import problems
from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.exports import jsonld
from generator.exports.parts import Parts
from generator.findings.finding import Finding, Grade
from generator.outputs.key import digest
from generator.outputs.outputs import Outputs
from generator.outputs.remembering import Remember, forgetful
from generator.pages.county import county_link
from generator.pages.frame import Frame
from generator.pages.page import Page
from generator.pages.project import project_page
from generator.pages.site import Site
from generator.reading.record import Reading
from generator.reading.text import load
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.summary import Row, summarise
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker needs to know. ``folder``, ``store`` and ``frame`` are None when only checking.

    ``remember`` is what earlier builds left that pages are made with.
    """

    root: Path
    settings: Settings
    reference: Reference
    as_of: date
    folder: Path | None = None
    store: Path | None = None
    frame: Frame | None = None
    remember: Remember = forgetful

    @property
    def context(self) -> Context:
        """What rules may look at."""
        return Context(self.reference, self.as_of)

    @property
    def site(self) -> Site:
        """What pages are made from, besides the record."""
        site = Site(self.settings, self.reference, self.as_of, problems())
        site.remember = self.remember
        return site


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: the digest of its content, its row where it could be read, and its findings.

    ``digest`` is empty where the file could not be opened.
    """

    file: str
    digest: bytes
    row: Row | None
    findings: tuple[Finding, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        return Outcome, (self.file, self.digest, self.row, self.findings)

    @property
    def refused(self) -> bool:
        """Whether an error stands against the file."""
        return any(finding.grade is Grade.ERROR for finding in self.findings)


class Worker:
    """Does the work of one process; made once, used for many files."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._root = str(job.root)
        self._context = job.context
        self._site = job.site if job.folder else None
        self._parts = Parts(job.store, job.reference) if job.store else None
        self._outputs = Outputs(job.folder) if job.folder else None
        self._to_households = job.reference.vocabularies["uses"].marked("to_households")

    def work(self, files: Iterable[str]) -> list[Outcome]:
        """Read, check, render and write records; the files are relative to the root.

        Each step is taken for all of them before the next one: what a step needs stays in the processor's
        caches meanwhile. So there should be some dozens of them, or a few hundred: more are not made sooner,
        and take memory.
        """
        read = [self._read(file) for file in files]
        outcomes = [self._judged(reading, content) for reading, content in read]
        accepted = [
            (reading.project, outcome)
            for (reading, _), outcome in zip(read, outcomes, strict=True)
            if reading.project and not outcome.refused
        ]
        # What has been read lies in the way of what is made of it.
        del read
        self._publish(accepted)
        return outcomes

    def rest(self) -> None:
        """Leave what is done so that others can see it, and nothing open."""
        if self._parts:
            self._parts.flush()

    def _read(self, file: str) -> tuple[Reading, bytes]:
        data = load(f"{self._root}/{file}")
        content = digest(data) if isinstance(data, bytes) else b""
        return Reading(file, data, self._job.reference), content

    def _judged(self, reading: Reading, content: bytes) -> Outcome:
        findings = tuple(examine(reading, self._context))
        project = reading.project
        if project is None:
            return Outcome(reading.file, content, None, findings)
        row = _told(summarise(project, reading.file, content, self._to_households), findings)
        return Outcome(reading.file, content, row, findings)

    def _publish(self, accepted: list[tuple[Project, Outcome]]) -> None:
        if not (self._outputs and self._site and self._job.frame):
            return
        pages = [
            page_of(project, outcome.findings, self._site, outcome.row.latest if outcome.row else None)
            for project, outcome in accepted
        ]
        for page in pages:
            self._outputs.write(page.address, self._job.frame.encoded(page))
        if self._parts:
            self._parts.add([(project, outcome.file, outcome.digest) for project, outcome in accepted])


def page_of(
    project: Project, findings: tuple[Finding, ...], site: Site, published: date | None = None
) -> Page:
    """The whole page of a record, ready for its frame."""
    page = project_page(project, findings, site, published)
    head = f"{page.head}\n{jsonld.element(project, site, page.published)}"
    return page._replace(head=head, body=county_link(project, site) + page.body)


def _told(row: Row, findings: tuple[Finding, ...]) -> Row:
    """A row with the codes of what was found."""
    if not findings:
        return row
    codes = {grade: tuple(each.code for each in findings if each.grade is grade) for grade in Grade}
    return replace(row, errors=codes[Grade.ERROR], warnings=codes[Grade.WARNING], notes=codes[Grade.NOTE])


def run(note: str, files: list[str]) -> list[Outcome]:
    """Work on some files in another process; ``note`` holds the job."""
    worker = noted(note, Worker)
    done = worker.work(files)
    worker.rest()
    return done
