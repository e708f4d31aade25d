"""A record of a ledger, read and judged as if it stood in a file; findings go back to their cells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.checks.gate import examine, register
from generator.checks.rule import Context
from generator.findings.finding import Finding, Grade, Path, Spot
from generator.ledger.draft import Draft
from generator.ledger.emit import emit
from generator.ledger.origin import Cell, Origin
from generator.ledger.wording import Wording
from generator.reading.nodes import Node
from generator.reading.record import read
from generator.records.privacy import masked
from generator.records.project import Project
from generator.records.summary import Row, summarise

FOLDER = "data/projects"

Located = tuple[Cell, Finding]
"""A finding, and the cell that it speaks of."""

Found = tuple[Path, Finding]
"""A finding, and the part of the record that it speaks of."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One record of a ledger.

    Attributes:
        text: its YAML.
        project: None where it cannot be one.
        findings: what is wrong with it.
    """

    id: str
    text: str
    project: Project | None
    findings: tuple[Found, ...]

    @property
    def file(self) -> str:
        """The file that a new record of this number has, relative to the root."""
        return f"{FOLDER}/{self.id}.yaml"

    @property
    def row(self) -> Row | None:
        """Its summary, where it can be a record."""
        return summarise(self.project, self.file) if self.project else None

    @property
    def refused(self) -> bool:
        """Whether an error stands against it."""
        return any(finding.grade is Grade.ERROR for _, finding in self.findings)


def judge(number: str, draft: Draft, context: Context) -> Judged:
    """A record with all its findings."""
    text = emit(draft)
    reading = read(text.encode(), f"{FOLDER}/{number}.yaml", context.reference)
    found = tuple(
        (finding.path or _path_at(finding.spot, reading.root()), finding)
        for finding in examine(reading, context)
    )
    return Judged(number, text, reading.project, found)


def _path_at(spot: Spot, root: Node | None) -> Path:
    """The path of the value that stands in a place; of a finding that knows only its line and column."""
    best: tuple[tuple[int, int], Path] = ((0, 0), ())
    waiting: list[tuple[Path, Node]] = [((), root)] if root else []
    while waiting:
        path, node = waiting.pop()
        if best[0] < (node.line, node.column) <= (spot.line, spot.column):
            best = (node.line, node.column), path
        waiting += [((*path, key), value) for key, (_, value) in node.entries.items()]
        waiting += [((*path, at), each) for at, each in enumerate(node.items)]
    return best[1]


def together(
    rows: Sequence[Row], others: Sequence[Row], origins: dict[str, Origin], context: Context
) -> list[Located]:
    """What can only be seen with the ledger's ``rows`` and the rest of the register side by side."""
    files = {row.file: row.id for row in rows}

    def locate(file: str, path: Path) -> tuple[Spot, str]:
        return Spot(file), ""

    found = register([*others, *rows], context, locate)
    return [(origins[files[each.spot.file]].of(each.path), each) for each in found if each.spot.file in files]


def shown(located: Located, wording: Wording) -> Located:
    """A finding as it is told: at its cell, in the workbook's words, without any private number."""
    cell, finding = located
    spot = Spot(cell.sheet, cell.row + 1, cell.column + 1)
    return cell, replace(wording.told(finding, cell.sheet), spot=spot, excerpt=masked(finding.excerpt))
