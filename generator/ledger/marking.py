"""A copy of the workbook with the findings in it: a column of them, and the cells coloured."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.findings.finding import GRADES, Finding, Grade
from generator.findings.report import shown
from generator.ledger.grid import Grid
from generator.ledger.judge import Located
from generator.ledger.layout import FINDINGS
from generator.ledger.telling import order

_COLOURS = {Grade.ERROR: "FFF4B6B0", Grade.WARNING: "FFFCE8A6", Grade.NOTE: "FFD6E6F5"}
_FILLS = {grade: PatternFill("solid", fgColor=colour) for grade, colour in _COLOURS.items()}
_HEADER = PatternFill("solid", fgColor="FFE8EFE6")
_KEPT = (".xlsx", ".xlsm")
_GRADES = list(Grade)


def mark(
    source: Path, grids: Sequence[Grid], found: Sequence[Located], target: Path, header_rows: dict[str, int]
) -> None:
    """Write a copy of ``source`` to ``target`` with what was found; the source stays as it is.

    An .xlsx file keeps its look; of another kind the cells are copied. ``header_rows`` are the rows of
    the headers by sheet, counted from 0; the column of findings has its own header there.
    """
    book = openpyxl.load_workbook(source) if source.suffix.lower() in _KEPT else _copied(grids)
    for sheet, findings in _by_sheet(found).items():
        _mark_sheet(_sheet(book, sheet), findings, header_rows.get(sheet, 0))
    book.save(target)


def _copied(grids: Sequence[Grid]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        sheet = book.create_sheet(grid.title[:31])
        for row, cells in enumerate(grid.rows, 1):
            for column, value in enumerate(cells, 1):
                if value not in ("", None):
                    cell = sheet.cell(row, column)
                    cell.value = value
                    if cell.data_type == "f":
                        cell.data_type = "s"
    return book


def _sheet(book: Workbook, title: str) -> Worksheet:
    found = book[title[:31]]
    assert isinstance(found, Worksheet)
    return found


def _by_sheet(found: Sequence[Located]) -> dict[str, list[Located]]:
    sheets: dict[str, list[Located]] = defaultdict(list)
    for each in sorted(found, key=order):
        sheets[each[0].sheet].append(each)
    return sheets


def _mark_sheet(sheet: Worksheet, found: Sequence[Located], header: int) -> None:
    column = _column(sheet, header)
    rows: dict[int, list[str]] = defaultdict(list)
    cells: dict[tuple[int, int], list[Finding]] = defaultdict(list)
    for cell, finding in found:
        rows[cell.row].append(f"{cell.address} {_told(finding)}")
        cells[cell.row, cell.column].append(finding)
    for row, told in rows.items():
        text = sheet.cell(row + 1, column, "\n".join(told))
        text.data_type = "s"
        text.alignment = Alignment(wrap_text=True, vertical="top")
    for (row, number), findings in cells.items():
        where = sheet.cell(row + 1, number + 1)
        where.fill = _FILLS[min((each.grade for each in findings), key=_GRADES.index)]
        where.comment = Comment("\n".join(map(_told, findings)), "gongshi", height=140, width=320)


def _column(sheet: Worksheet, header: int) -> int:
    """The column of findings: that of an earlier copy, emptied, else a new one at the right edge."""
    for cell in sheet[header + 1]:
        if cell.value == FINDINGS:
            column = int(cell.column)
            for row in range(header + 2, sheet.max_row + 1):
                sheet.cell(row, column).value = None
            return column
    column = sheet.max_column + 1
    head = sheet.cell(header + 1, column, FINDINGS)
    head.font, head.fill = Font(bold=True), _HEADER
    sheet.column_dimensions[head.column_letter].width = 60
    return column


def _told(finding: Finding) -> str:
    grade = GRADES[finding.grade].zh
    return shown(f"{grade} {finding.code}：{finding.message.zh}{finding.remedy.zh}").replace("\n", " ")
