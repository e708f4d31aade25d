"""Finding the header of a foreign sheet: its rows, the words above each column, the unit, the year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ledger.foreign.fields import AMOUNTS, FUND, NOT_READ, SKIP, field_of, unit_of
from generator.ledger.foreign.mapping import Column, Mapping, SheetMapping
from generator.ledger.grid import Grid
from generator.ledger.values import folded, is_blank, number, text_of
from generator.records.reference import Reference

_SEARCHED = 15
_ENOUGH = 2
_YEAR = re.compile(r"(20[0-9]{2})年")


@dataclass(frozen=True, slots=True)
class _Header:
    rows: tuple[int, ...]
    parents: dict[int, str]
    own: dict[int, str]


def propose(grids: Sequence[Grid], reference: Reference) -> Mapping:
    """How the sheets of a ledger may be read; sheets without a header that is understood are left out."""
    found = [sheet for grid in grids if (sheet := _sheet(grid, reference))]
    return Mapping(sheets=tuple(found))


def _sheet(grid: Grid, reference: Reference) -> SheetMapping | None:
    header = _header(grid, reference)
    if header is None:
        return None
    above = " ".join(
        text_of(cell) for row in grid.rows[: header.rows[0]] for cell in row if not is_blank(cell)
    )
    general = _unit_above(above)
    columns: dict[int, Column] = {}
    taken: set[str] = set()
    for at in sorted(header.own):
        parent, own = header.parents.get(at, ""), header.own[at]
        name = field_of(parent, own, reference)
        if name is None or (name in taken and name not in NOT_READ):
            name = SKIP
        taken.add(name)
        money = name.startswith(FUND) or name in AMOUNTS
        unit = (unit_of(own) or unit_of(parent) or general) if money else None
        columns[at] = Column(field=name, unit=unit)
    year = _YEAR.search(folded(above)) or _YEAR.search(folded(grid.title))
    headers = {
        at: " / ".join(dict.fromkeys(each for each in (header.parents.get(at, ""), own) if each))
        for at, own in header.own.items()
    }
    return SheetMapping(
        title=grid.title,
        header=header.rows,
        columns=columns,
        year=int(year[1]) if year else None,
        headers=headers,
    )


def _unit_above(text: str) -> str | None:
    match = re.search(r"(?:单位:?|金额:?|\()(万元|亿元|元)", folded(text))
    return match[1] if match else None


def _header(grid: Grid, reference: Reference) -> _Header | None:
    """The row in which most headers are known, with the one below it where the two belong together."""
    best, row = 0, -1
    for at in range(min(_SEARCHED, len(grid.rows))):
        known = sum(
            bool(field_of("", text_of(cell), reference)) and not _figure(cell) and len(text_of(cell)) < 30
            for cell in grid.rows[at]
            if not is_blank(cell)
        )
        if known > best:
            best, row = known, at
    if best < _ENOUGH:
        return None
    if row > 0 and _belongs(grid, row - 1, row):
        row -= 1
    two = _belongs(grid, row, row + 1)
    return _read(grid, row, two)


def _figure(cell: object) -> bool:
    return number(cell) is not None


def _belongs(grid: Grid, upper: int, lower: int) -> bool:
    """Whether two rows are one header: a cell of the upper one spans several that have words below."""
    if lower >= len(grid.rows) or any(_figure(cell) for cell in grid.rows[lower]):
        return False
    spans = [area for area in grid.merged if area[0] == area[2] == upper and area[3] > area[1]]
    wide = [area for area in spans if area[3] - area[1] + 1 < max(grid.width, 2)]
    if any(_words(grid, lower, area[1], area[3]) >= 2 for area in wide):
        return True
    if spans or grid.merged:
        return False
    filled = sum(not is_blank(cell) for cell in grid.rows[upper])
    below = [at for at, cell in enumerate(grid.rows[lower]) if not is_blank(cell)]
    gaps = [at for at in below if is_blank(grid.cell(upper, at))]
    return filled > 2 and bool(gaps) and len(below) < filled and is_blank(grid.cell(lower, 0))


def _words(grid: Grid, row: int, first: int, last: int) -> int:
    return sum(not is_blank(grid.cell(row, at)) for at in range(first, last + 1))


def _read(grid: Grid, row: int, two: bool) -> _Header:
    upper = {at: text_of(cell) for at, cell in enumerate(grid.rows[row]) if not is_blank(cell)}
    if not two:
        return _Header((row,), {}, upper)
    lower = {at: text_of(cell) for at, cell in enumerate(grid.rows[row + 1]) if not is_blank(cell)}
    parents: dict[int, str] = {}
    for at in lower:
        over = next(
            (area[1] for area in grid.merged if area[0] <= row <= area[2] and area[1] <= at <= area[3]), at
        )
        if over not in upper and not grid.merged:
            over = max((left for left in upper if left < at), default=at)
        if over in upper:
            parents[at] = upper[over]
    own = {**{at: text for at, text in upper.items() if at not in lower}, **lower}
    return _Header((row, row + 1), parents, own)
