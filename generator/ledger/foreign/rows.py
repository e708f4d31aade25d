"""What the rows of a foreign sheet are: projects, totals, headings, notes."""

import re
from collections.abc import Sequence
from enum import StrEnum

from generator.ledger.foreign.mapping import SheetMapping
from generator.ledger.grid import Grid
from generator.ledger.values import folded, is_blank, number, text_of

_TOTAL = re.compile(r"(?:总计|合计|小计|共计|总合计|全[县市乡镇州]合计).{0,12}|.{1,12}(?:小计|合计|总计)")
_NOTE = re.compile(r"(?:注|备注|说明|填表|制表|审核|负责人签字|联系人|填报)[:：0-9人单]")
_NAMES = ("name", "name_id")
_LITTLE = 2


class RowKind(StrEnum):
    """What a row is."""

    RECORD = "record"
    TOTAL = "total"
    OTHER = "other"
    BLANK = "blank"


def spread(grid: Grid, first: int) -> list[list[object]]:
    """The cells with the value of a merged area in each of its rows; rows before ``first`` as they are."""
    rows = [list(row) for row in grid.rows]
    for top, left, bottom, _ in grid.merged:
        if top < first or bottom == top:
            continue
        value = grid.cell(top, left)
        for row in range(top + 1, min(bottom + 1, len(rows))):
            rows[row] += [""] * (left + 1 - len(rows[row]))
            rows[row][left] = value
    return rows


def kind_of(cells: Sequence[object], grid: Grid, row: int, sheet: SheetMapping) -> RowKind:
    """What a row is; ``cells`` are those with merged values, the grid has them as they stand."""
    own = [(at, cell) for at, cell in enumerate(grid.rows[row]) if not is_blank(cell)]
    if not own:
        return RowKind.BLANK
    texts = [folded(text_of(cell)) for _, cell in own]
    if any(_TOTAL.fullmatch(text) for text in texts[:3]):
        return RowKind.TOTAL
    names = [at for at, column in sheet.columns.items() if column.field in _NAMES]
    named = any(at < len(cells) and not is_blank(cells[at]) for at in names)
    if _NOTE.match(texts[0]) and len(own) <= _LITTLE:
        return RowKind.OTHER
    figures = any(number(cell) is not None for _, cell in own)
    if len(own) <= _LITTLE and not figures and not (named and len(own) == _LITTLE):
        return RowKind.OTHER
    if len(own) == 1:
        return RowKind.OTHER
    return RowKind.RECORD
