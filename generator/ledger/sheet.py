"""A sheet of our workbook: which column holds what, and the values of its rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.exports.column import Column
from generator.findings.finding import Path
from generator.ledger.draft import Draft
from generator.ledger.grid import Grid
from generator.ledger.layout import EXAMPLE, FINDINGS, Layout
from generator.ledger.origin import Cell
from generator.ledger.values import Value, Values, folded, is_blank, text_of


class Sheet:
    """A sheet with its header understood.

    Attributes:
        at: the number of each column by its name.
        index: the number of each of the record's own columns by its path; blank cells count, too.
        first: the name of the column that says which project a row is of.
    """

    def __init__(self, grid: Grid, layout: Layout, values: Values) -> None:
        self.grid = grid
        self.layout = layout
        self.first = layout.all[0].name
        self.at: dict[str, int] = {}
        self.index: dict[Path, int] = {}
        self._skipped: dict[int, str] = {}
        self._own: list[tuple[int, tuple[str, ...], str, Callable[[Any], Value]]] = []
        self._keys: list[int] = []
        self._values = values
        self._understand()

    def _understand(self) -> None:
        own: dict[int, Column] = {}
        known = {folded(column.header): column for column in self.layout.all}
        known |= {folded(column.zh): column for column in self.layout.all}
        for number, cell in enumerate(self.grid.rows[0] if self.grid.rows else ()):
            header = text_of(cell)
            column = known.get(folded(header))
            if column is None or column.name in self.at:
                if header != FINDINGS:
                    self._skipped[number] = header
                continue
            self.at[column.name] = number
            if any(column is each for each in self.layout.keys):
                self._keys.append(number)
            else:
                self.index[column.path] = number
                own[number] = column
        # In the order of the models, whatever the sheet's: so the values come out in it.
        for number, column in sorted(own.items(), key=lambda each: self.layout.columns.index(each[1])):
            self._own.append((number, column.path[:-1], column.path[-1], self._values.reader(column)))

    @property
    def keyed(self) -> bool:
        """Whether it has the column that says which project a row is of."""
        return self.first in self.at

    def example(self, cells: Sequence[Any]) -> bool:
        """Whether a row is an example."""
        at = self.at[self.first]
        return at < len(cells) and isinstance(cells[at], str) and cells[at].strip().startswith(EXAMPLE)

    def cell(self, row: int, name: str) -> Cell:
        """The cell of a row in a column; in the first one where the sheet lacks it."""
        return Cell(self.grid.title, row, self.at.get(name, 0))

    def text(self, row: int, name: str) -> str:
        """What a cell says; empty where the sheet lacks the column."""
        return text_of(self.grid.cell(row, self.at[name])) if name in self.at else ""

    def values(self, row: int) -> tuple[Draft, int]:
        """The record's own values in a row, and how many cells were read."""
        cells = self.grid.rows[row]
        found: Draft = {}
        read = sum(number < len(cells) and not is_blank(cells[number]) for number in self._keys)
        width = len(cells)
        for number, holders, key, value in self._own:
            cell = cells[number] if number < width else ""
            if cell == "" or is_blank(cell):
                continue
            read += 1
            part = found
            for holder in holders:
                part = part.setdefault(holder, {})
            part[key] = value(cell)
        return found, read

    def passed_over(self, row: int) -> Iterator[tuple[Cell, str]]:
        """The cells of a row that stand in no column of ours, each with the reason."""
        for number, header in self._skipped.items():
            if not is_blank(self.grid.cell(row, number)):
                told = f"“{header}”这一列台账里没有，没有读。" if header else "这一列没有表头，没有读。"
                yield Cell(self.grid.title, row, number), told
