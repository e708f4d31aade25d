"""The records of a ledger, read and judged as if they stood in files; findings go back to their cells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.checks.gate import examine, register
from generator.checks.rule import Context
from generator.findings.finding import Finding, Grade, Path, Spot
from generator.ledger.draft import Draft
from generator.ledger.emit import emit
from generator.ledger.origin import Cell, Origin
from generator.ledger.own import Ledger
from generator.reading.nodes import Node
from generator.reading.record import read
from generator.records.privacy import masked
from generator.records.project import Project
from generator.records.summary import Row

FOLDER = "data/projects"

Located = tuple[Cell, Finding]
"""A finding, and the cell that it speaks of."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One record of a ledger.

    Attributes:
        project: None where it cannot be one.
        text: its YAML.
        findings: what is wrong with it, each at its cell.
    """

    id: str
    draft: Draft
    text: str
    project: Project | None
    findings: tuple[Located, ...]

    @property
    def file(self) -> str:
        """The file that a new record of this number has, relative to the root."""
        return f"{FOLDER}/{self.id}.yaml"

    @property
    def refused(self) -> bool:
        """Whether an error stands against it."""
        return any(finding.grade is Grade.ERROR for _, finding in self.findings)


def judge(ledger: Ledger, context: Context) -> Iterator[Judged]:
    """Every record of a ledger with all its findings, in the order of the ledger."""
    for number, draft in ledger.drafts.items():
        yield _one(number, draft, ledger.origins[number], context)


def _one(number: str, draft: Draft, origin: Origin, context: Context) -> Judged:
    text = emit(draft)
    reading = read(text.encode(), f"{FOLDER}/{number}.yaml", context.reference)
    found = []
    for finding in examine(reading, context):
        path = _deepest(finding, reading.root(), origin)
        found.append((origin.of(path), finding))
    return Judged(number, draft, text, reading.project, tuple(found))


def _deepest(finding: Finding, root: Node | None, origin: Origin) -> Path:
    """The path of a finding; one that knows only its line gets the path of the value there."""
    if finding.path:
        return finding.path
    if root is None:
        return ()
    best: tuple[tuple[int, int], Path] = ((0, 0), ())
    here = (finding.spot.line, finding.spot.column)
    for path, _ in origin.all():
        node = root.at(path)
        if node and best[0] < (node.line, node.column) <= here:
            best = (node.line, node.column), path
    return best[1]


def together(
    rows: list[Row], others: list[Row], origins: dict[str, Origin], context: Context
) -> list[Located]:
    """What can only be seen with the ledger's ``rows`` and the rest of the register side by side."""
    files = {row.file: row.id for row in rows}

    def locate(file: str, path: Path) -> tuple[Spot, str]:
        return Spot(file), ""

    found = register([*others, *rows], context, locate)
    return [(origins[files[each.spot.file]].of(each.path), each) for each in found if each.spot.file in files]


def shown(located: Located) -> Located:
    """A finding as it is told: at its cell, without what it would repeat of a private number."""
    cell, finding = located
    spot = Spot(cell.sheet, cell.row + 1, cell.column + 1)
    return cell, replace(finding, spot=spot, excerpt=masked(finding.excerpt))
