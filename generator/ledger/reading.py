"""An import up to the point where something would be written: the file read, understood and judged."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.checks.rule import Context
from generator.ledger import own
from generator.ledger.foreign import ledger as foreign
from generator.ledger.foreign.mapping import Mapping
from generator.ledger.grid import Grid, read
from generator.ledger.ids import Ids
from generator.ledger.judge import Judged, Located, judge, shown, together
from generator.ledger.origin import Cell
from generator.ledger.own import Ledger
from generator.records.summary import Row, summarise


@dataclass(slots=True)
class Imported:
    """A file as it was understood.

    Attributes:
        grids: its sheets.
        ledger: the records, each value with its cell.
        judged: the same, read and judged; empty where they were settled one by one.
        findings: everything that is wrong, by cell.
        mapping: how the columns of a foreign ledger were understood; None for our own workbook.
        header_rows: the row of each sheet's header, counted from 0.
    """

    grids: list[Grid]
    ledger: Ledger
    judged: list[Judged]
    findings: list[Located]
    mapping: Mapping | None = None
    header_rows: dict[str, int] = field(default_factory=dict)

    @property
    def named(self) -> list[tuple[Cell, str]]:
        """What was not read, with the reason."""
        return sorted(self.ledger.named)


def understand(
    path: Path,
    context: Context,
    rows: Iterable[Row],
    mapping: Mapping | None = None,
    prefix: str | None = None,
    tick: Callable[[int, int], None] = lambda done, files: None,
    settle: Callable[[Judged], None] | None = None,
) -> Imported:
    """Read a file and judge its records; ``rows`` are those of the register as it is.

    With ``settle`` each record is handed over as soon as it is judged, and neither it nor the sheets are
    kept: a large ledger needs less memory so.

    Raises:
        UnreadableError: the file is no table that can be read.
        MappingError: the mapping does not fit the file.
    """
    grids = read(path)
    known = list(rows)
    ids = Ids.of_register(known, prefix or (mapping.prefix if mapping else None))
    header_rows: dict[str, int] = {}
    if own.is_own(grids):
        ledger, mapping = own.assemble(grids, context.reference, ids), None
    else:
        mapping = mapping or foreign.propose(grids, context.reference)
        ledger = foreign.assemble(grids, mapping, context.reference, ids)
        header_rows = {sheet.title: sheet.header[-1] for sheet in mapping.sheets}
    if settle:
        grids = []
    kept: list[Judged] = []
    found = list(ledger.findings)
    others = [row for row in known if row.id not in ledger.drafts]
    made: list[Row] = []
    for number, each in enumerate(judge(ledger, context), 1):
        found += each.findings
        if each.project:
            made.append(summarise(each.project, each.file))
        (settle or kept.append)(each)
        tick(number, len(ledger.drafts))
    found += together(made, others, ledger.origins, context)
    return Imported(grids, ledger, kept, [shown(each) for each in found], mapping, header_rows)
