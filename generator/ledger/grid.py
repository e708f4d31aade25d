"""Any table file as sheets of cells, with the coordinates that the file's own program shows."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from generator.errors import ToldError

EXTENSIONS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
_LIMIT = 100 * 1024 * 1024


class UnreadableError(ToldError):
    """The file is no table that can be read; the message says why and what to do."""


class Content(NamedTuple):
    """What stands on a sheet: its rows of cells, and its merged areas."""

    rows: Sequence[Sequence[Any]]
    merged: tuple[tuple[int, int, int, int], ...] = ()


class Grid:
    """One sheet, read when it is first looked at.

    Attributes:
        title: the name on its tab; of a CSV file, the file's.
    """

    def __init__(self, title: str, read: Callable[[], Content]) -> None:
        self.title = title
        self._read = read
        self._content: Content | None = None

    def __enter__(self) -> "Grid":
        """Within a ``with`` the sheet is kept; after it no more, and read anew if it is looked at again."""
        return self

    def __exit__(self, *error: object) -> None:
        self._content = None

    @property
    def content(self) -> Content:
        """What stands on it."""
        if self._content is None:
            self._content = self._read()
        return self._content

    @property
    def rows(self) -> Sequence[Sequence[Any]]:
        """The cells from A1 on; a blank one is an empty text or None. Rows may differ in length."""
        return self.content.rows

    @property
    def merged(self) -> tuple[tuple[int, int, int, int], ...]:
        """The merged areas: first row, first column, last row, last column, counted from 0."""
        return self.content.merged

    def cell(self, row: int, column: int) -> Any:
        """The cell, counted from 0; blank beyond the edges."""
        rows = self.content.rows
        return rows[row][column] if 0 <= row < len(rows) and 0 <= column < len(rows[row]) else ""

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
    with _told(path), path.open("rb") as file:
        book = CalamineWorkbook.from_filelike(file)
    return [Grid(name, partial(_content, path, book, name)) for name in book.sheet_names]


def _content(path: Path, book: CalamineWorkbook, name: str) -> Content:
    with _told(path):
        sheet = book.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=False)
        merged = sheet.merged_cell_ranges or ()
    return Content(rows, tuple((first[0], first[1], last[0], last[1]) for first, last in merged))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except CalamineError as error:
        raise UnreadableError(
            f"{path.name} 打不开：{error}。请用 Excel 或 WPS 打开它，去掉密码，另存成 .xlsx 再导入。"
        ) from None


def _csv(path: Path) -> Grid:
    text = _decoded(path)
    lines = text.splitlines()
    delimiter = "\t" if lines and lines[0].count("\t") > lines[0].count(",") else ","
    rows = [
        [_harmed(cell) for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]
    return Grid(path.stem, lambda: Content(rows))


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
