"""Any table file as sheets of cells, with the coordinates that the file's own program shows."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from generator.errors import ToldError

EXTENSIONS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
_LIMIT = 100 * 1024 * 1024


class UnreadableError(ToldError):
    """The file is no table that can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet.

    Attributes:
        title: the name on its tab; of a CSV file, the file's.
        rows: the cells from A1 on; a blank one is an empty text or None. Rows may differ in length.
        merged: the merged areas: first row, first column, last row, last column, counted from 0.
    """

    title: str
    rows: Sequence[Sequence[Any]]
    merged: tuple[tuple[int, int, int, int], ...] = field(default=())

    def cell(self, row: int, column: int) -> Any:
        """The cell, counted from 0; blank beyond the edges."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


def letter(column: int) -> str:
    """The letters of a column, counted from 0: A, B, …, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """A cell as Excel names it; both counted from 0."""
    return f"{letter(column)}{row + 1}"


def read(path: Path) -> list[Grid]:
    """The sheets of a file.

    Raises:
        UnreadableError: the file is of another kind, damaged, locked or far too large.
        OSError: it cannot be opened.
    """
    if path.suffix.lower() not in EXTENSIONS:
        raise UnreadableError(f"{path.name}：只能读 {'、'.join(EXTENSIONS)} 的文件。请另存成 .xlsx 再导入。")
    if path.stat().st_size > _LIMIT:
        raise UnreadableError(f"{path.name} 超过 100 MB，不像台账。请只留下要导入的表，另存一份再导入。")
    return [_csv(path)] if path.suffix.lower() == ".csv" else _workbook(path)


def _workbook(path: Path) -> list[Grid]:
    try:
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            return [_sheet(book, name) for name in book.sheet_names]
    except CalamineError as error:
        raise UnreadableError(
            f"{path.name} 打不开：{error}。请用 Excel 或 WPS 打开它，去掉密码，另存成 .xlsx 再导入。"
        ) from None


def _sheet(book: CalamineWorkbook, name: str) -> Grid:
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    merged = tuple((first[0], first[1], last[0], last[1]) for first, last in (sheet.merged_cell_ranges or ()))
    return Grid(name, rows, merged)


def _csv(path: Path) -> Grid:
    text = _decoded(path)
    lines = text.splitlines()
    delimiter = "\t" if lines and lines[0].count("\t") > lines[0].count(",") else ","
    rows = [
        [_harmed(cell) for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]
    return Grid(path.stem, rows)


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(f"{path.name} 的文字编码认不出来。请用 Excel 打开它，另存成 .xlsx 再导入。")


def _harmed(cell: str) -> str:
    """A text without the quote that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r") else cell
