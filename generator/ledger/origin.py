"""Where a value came from: the cell of a record's path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

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


class Part(NamedTuple):
    """A part of a record that stands in one row: its sheet, row, and the column of each path within it.

    ``columns`` is shared by all rows of a sheet.
    """

    sheet: str
    row: int
    columns: Mapping[Path, int]


@dataclass(slots=True)
class Origin:
    """The cells of one record by its paths; also those that are blank, as that is where to fill in.

    Attributes:
        row: the record's first cell.
        parts: the rows of our workbook by the path of the part that each states.
        cells: single cells by path, of a foreign ledger.
    """

    row: Cell
    parts: dict[Path, Part] = field(default_factory=dict)
    cells: dict[Path, Cell] = field(default_factory=dict)

    def all(self) -> Iterator[tuple[Path, Cell]]:
        """Every path with its cell."""
        for prefix, part in self.parts.items():
            for path, column in part.columns.items():
                yield (*prefix, *path), Cell(part.sheet, part.row, column)
        yield from self.cells.items()

    def of(self, path: Path) -> Cell:
        """The cell of a path; else of the nearest part that has one, else the record's first cell."""
        known = dict(self.all())
        for length in range(len(path), 0, -1):
            if path[:length] in known:
                return known[path[:length]]
            under = next((cell for each, cell in known.items() if each[:length] == path[:length]), None)
            if under:
                return under
        return self.row
