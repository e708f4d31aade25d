"""Where a value came from: the cell of a record's path, and back."""

from dataclasses import dataclass, field

from generator.findings.finding import Path
from generator.ledger.grid import address


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A cell of a sheet; row and column count from 0."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """As Excel names it: ``C5``."""
        return address(self.row, self.column)


@dataclass(slots=True)
class Origin:
    """The cells of one record by its paths; also those that are blank, as that is where to fill in."""

    row: Cell
    cells: dict[Path, Cell] = field(default_factory=dict)

    def of(self, path: Path) -> Cell:
        """The cell of a path; else of the nearest part that has one, else the record's first cell."""
        if path in self.cells:
            return self.cells[path]
        within = [cell for known, cell in self.cells.items() if known[: len(path)] == path]
        if within:
            return within[0]
        for length in range(len(path) - 1, 0, -1):
            if path[:length] in self.cells:
                return self.cells[path[:length]]
            under = [cell for known, cell in self.cells.items() if known[:length] == path[:length]]
            if under:
                return under[0]
        return self.row
