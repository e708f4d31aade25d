"""The records to print, read and judged: what has an error may not hang on a board."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.findings.finding import Finding, Grade
from generator.notices.plan import Source
from generator.notices.selection import Choice
from generator.reading.record import read_file
from generator.records.summary import Row, summarise


@dataclass(slots=True)
class Gathered:
    """What was read.

    Attributes:
        chosen: the sound records that were chosen.
        around: all sound records that were read, for digests and cases.
        rows: the rows of those, by project number.
        refused: the errors of all others.
        broken: the places of records with errors; the empty text where the place could not be read.
        numbers: the project numbers of all files that were looked at.
    """

    chosen: list[Source] = field(default_factory=list)
    around: list[Source] = field(default_factory=list)
    rows: dict[str, Row] = field(default_factory=dict)
    refused: list[Finding] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def whole(self, place: str) -> bool:
        """Whether all records of a village are sound, so that its digest tells of all of them."""
        return not self.broken & {place, ""}


def gather(root: Path, files: Iterable[str], choice: Choice, context: Context, *, around: bool) -> Gathered:
    """Read the chosen records; with ``around``, all others too, as digests and cases need them."""
    found = Gathered()
    for file in files:
        number = Path(file).stem
        named = not choice.projects or number in choice.projects
        if named:
            found.numbers.add(number)
        if named or around:
            _read(found, root, file, choice, context)
    return found


def _read(found: Gathered, root: Path, file: str, choice: Choice, context: Context) -> None:
    reading = read_file(root / file, file, context.reference)
    findings = examine(reading, context)
    errors = [each for each in findings if each.grade is Grade.ERROR]
    project = reading.project
    meant = choice.has(project) if project else choice.names(Path(file).stem)
    if errors or project is None:
        found.broken.add(project.place if project else "")
        found.refused += errors if meant else []
        return
    source = Source(project, file)
    warned = tuple(each.code for each in findings if each.grade is Grade.WARNING)
    found.rows[project.id] = replace(summarise(project, file), warnings=warned)
    found.around.append(source)
    if meant:
        found.chosen.append(source)
