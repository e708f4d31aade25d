"""A table file read and understood: our own workbook or a ledger that others drew up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.ledger import official, own
from generator.ledger.foreign import ledger as foreign
from generator.ledger.foreign.mapping import Mapping
from generator.ledger.grid import Grid, UnreadableError, read
from generator.ledger.ids import Ids
from generator.ledger.judge import Located
from generator.ledger.origin import Cell
from generator.ledger.own import Ledger
from generator.records.reference import Reference
from generator.records.summary import Row


@dataclass(slots=True)
class Imported:
    """A file as it was understood.

    Attributes:
        grids: its sheets.
        ledger: the records, each value with its cell.
        findings: everything that is wrong, by cell; of the records, once they are judged.
        mapping: how the columns of a foreign ledger were understood; None for our own workbook.
        header_rows: the row of each sheet's header, counted from 0.
    """

    grids: list[Grid]
    ledger: Ledger
    findings: list[Located]
    mapping: Mapping | None = None
    header_rows: dict[str, int] = field(default_factory=dict)

    @property
    def named(self) -> list[tuple[Cell, str]]:
        """What was not read, with the reason."""
        return sorted(self.ledger.named)


def understand(
    path: Path,
    reference: Reference,
    rows: Callable[[], Iterable[Row]] = tuple,
    mapping: Mapping | None = None,
    prefix: str | None = None,
) -> Imported:
    """Read a file; ``rows`` gives those of the register as it is, by which projects get their numbers.

    Raises:
        UnreadableError: the file is no table that can be read.
        MappingError: the mapping does not fit the file.
    """
    grids = read(path)
    if own.is_own(grids):
        ledger = own.assemble(grids, reference, Ids(rows, prefix))
        return Imported(grids, ledger, list(ledger.findings))
    if official.is_official(grids):
        raise UnreadableError(
            f"{path.name} 是上报打印的台账，写得没有记录全，不能导回来。"
            "请运行 gongshi ledger export（不加 --official），在那本台账里改。"
        )
    mapping = mapping or foreign.propose(grids, reference)
    ledger = foreign.assemble(grids, mapping, reference, Ids(rows, prefix or mapping.prefix))
    header_rows = {sheet.title: sheet.header[-1] for sheet in mapping.sheets}
    return Imported(grids, ledger, list(ledger.findings), mapping, header_rows)
