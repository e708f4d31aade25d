"""A foreign ledger read by its mapping: every row a record, every cell read, or named with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.ledger import problems
from generator.ledger.draft import ordered
from generator.ledger.foreign.fields import AMOUNTS, FUND, NOT_READ
from generator.ledger.foreign.header import propose
from generator.ledger.foreign.mapping import UNITS, Mapping, SheetMapping
from generator.ledger.foreign.record import Record
from generator.ledger.foreign.rows import RowKind, kind_of, spread
from generator.ledger.grid import Grid
from generator.ledger.ids import Ids
from generator.ledger.origin import Cell
from generator.ledger.own import Ledger
from generator.ledger.values import Values, is_blank, number, text_of, yuan
from generator.records.reference import Reference

__all__ = ["assemble", "propose"]


def assemble(grids: Sequence[Grid], mapping: Mapping, reference: Reference, ids: Ids) -> Ledger:
    """The records of a foreign ledger."""
    found = Ledger()
    mapped = {sheet.title: sheet for sheet in mapping.sheets}
    for grid in grids:
        if grid.title in mapped:
            _Sheet(grid, mapped[grid.title], mapping, reference, ids, found).read()
        else:
            _unmapped(grid, found)
    found.drafts = {key: ordered(draft) for key, draft in found.drafts.items()}
    found.read = len(found.sources)
    return found


def _unmapped(grid: Grid, ledger: Ledger) -> None:
    cells = [
        Cell(grid.title, row, column)
        for row, values in enumerate(grid.rows)
        for column, value in enumerate(values)
        if not is_blank(value)
    ]
    if cells:
        finding = problems.finding(problems.NO_HEADER, cells[0], count=len(cells))
        ledger.findings.append((cells[0], finding))
        ledger.named += [(cell, "这张表没有认得出的表头，没有读。") for cell in cells]


@dataclass(slots=True)
class _Sheet:
    grid: Grid
    sheet: SheetMapping
    mapping: Mapping
    reference: Reference
    ids: Ids
    ledger: Ledger
    sums: dict[int, Decimal] = field(default_factory=dict)
    values: Values = field(init=False)

    def __post_init__(self) -> None:
        self.values = Values(self.reference)

    def read(self) -> None:
        """Read the sheet's rows into the ledger."""
        last = self.sheet.header[-1]
        for row in range(min(last + 1, len(self.grid.rows))):
            self._account(row, self.ledger.headers)
        self._units()
        cells = spread(self.grid, last + 1)
        for row in range(last + 1, len(cells)):
            kind = kind_of(cells[row], self.grid, row, self.sheet)
            if kind is RowKind.RECORD:
                self._record(row, cells[row])
            elif kind is RowKind.TOTAL:
                self._total(row)
            elif kind is not RowKind.BLANK:
                self._named(row, "这是小标题或备注，不是项目，没有读。")

    def _account(self, row: int, cells: set[Cell]) -> None:
        cells |= {
            Cell(self.grid.title, row, column)
            for column, value in enumerate(self.grid.rows[row])
            if not is_blank(value)
        }

    def _named(self, row: int, why: str) -> None:
        found: set[Cell] = set()
        self._account(row, found)
        self.ledger.named += [(cell, why) for cell in sorted(found)]

    def _units(self) -> None:
        for at, column in self.sheet.columns.items():
            money = column.field in AMOUNTS or column.field.startswith(FUND)
            if money and column.unit is None and self._bare(at):
                cell = Cell(self.grid.title, self.sheet.header[-1], at)
                header = self.sheet.headers.get(at, "")
                finding = problems.finding(problems.NO_UNIT, cell, header=header)
                self.ledger.findings.append((cell, finding))

    def _bare(self, at: int) -> bool:
        """Whether a column holds a number that does not say its own unit."""
        cells = (self.grid.cell(row, at) for row in range(self.sheet.header[-1] + 1, len(self.grid.rows)))
        return any(number(cell) is not None and not _has_unit(cell) for cell in cells)

    def _record(self, row: int, cells: Sequence[object]) -> None:
        record = Record(self.reference, self.values, self.sheet, self.mapping, self.ledger, self.grid.title)
        for at, value in enumerate(cells):
            if is_blank(value):
                continue
            cell = Cell(self.grid.title, row, at)
            column = self.sheet.columns.get(at)
            if column is None or column.field in NOT_READ:
                self._skipped(cell, at, value)
                continue
            amount = self._amount(at, value)
            if amount is not None:
                self.sums[at] = self.sums.get(at, Decimal(0)) + amount
            record.take(column.field, value, amount, cell)
            self.ledger.sources[cell] = column.field
        project, draft, origin = record.finish(Cell(self.grid.title, row, 0), self.ids)
        self.ledger.drafts[project] = draft
        self.ledger.origins[project] = origin

    def _skipped(self, cell: Cell, at: int, value: object) -> None:
        merged = is_blank(self.grid.cell(cell.row, at))
        header = self.sheet.headers.get(at, "")
        if not merged:
            why = f"“{header}”不读进记录：{text_of(value)}" if header else f"没有表头：{text_of(value)}"
            self.ledger.named.append((cell, why))

    def _amount(self, at: int, value: object) -> Decimal | None:
        """An amount in yuan; None where the column holds none, its unit is not known, or it is no number."""
        column = self.sheet.columns[at]
        found = number(value)
        if found is None or not (column.field in AMOUNTS or column.field.startswith(FUND)):
            return None
        if _has_unit(value):
            return yuan(found)
        return yuan(found * UNITS[column.unit]) if column.unit else None

    def _total(self, row: int) -> None:
        """A row of totals: compared with what was read above it, and named."""
        for at in self.sums:
            value = self.grid.cell(row, at)
            total = None if is_blank(value) else self._amount(at, value)
            if total is not None and total != self.sums[at] and self._whole(row):
                cell = Cell(self.grid.title, row, at)
                gap = abs(total - self.sums[at])
                told = {"total": f"{total:,f}", "sum": f"{self.sums[at]:,f}", "gap": f"{gap:,f}"}
                self.ledger.findings.append((cell, problems.finding(problems.SUM, cell, **told)))
        self._named(row, "这是合计行，只用来核对，没有读。")

    def _whole(self, row: int) -> bool:
        """Whether the total is of the whole sheet, not of a part of it."""
        told = "".join(text_of(each) for each in self.grid.rows[row][:4] if isinstance(each, str))
        return "小计" not in told and not any(each in told for each in "一二三四五六七八九")


def _has_unit(cell: object) -> bool:
    return isinstance(cell, str) and any(unit in cell for unit in ("万", "亿", "元"))
