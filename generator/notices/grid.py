"""The cells of a private list, from CSV or XLSX, as text with their places."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

_LARGEST = 5_000_000
"""Bytes: a list of ten thousand households is far smaller."""


class UnreadableError(Exception):
    """The file is no table that we can read; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; row and column count from 1."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """The table to print, and every text in the file, notes and further sheets included."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    everything: tuple[Cell, ...]


def column_name(cell: Cell, file: Path) -> str:
    """Where a cell stands, as its program says it: a letter in a workbook, else a number."""
    if file.suffix.lower() == ".xlsx":
        return f" {get_column_letter(cell.column)} 列"
    return f"第 {cell.column} 列"


def read_grid(file: Path) -> Grid:
    """The cells of a file.

    Raises:
        UnreadableError: it is missing, too large, or neither CSV nor XLSX.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{file.name}：{error.strerror or error}") from error
    if len(data) > _LARGEST:
        raise UnreadableError("文件太大，不像一份到户名单")
    end = file.suffix.lower()
    if end == ".csv":
        cells = list(_csv(data))
        return _grid(cells, cells)
    if end == ".xlsx":
        return _xlsx(data)
    raise UnreadableError(f"不认识 {end or '没有后缀的'} 文件，只认 .csv 和 .xlsx")


def _grid(cells: list[Cell], everything: list[Cell]) -> Grid:
    lines: dict[int, list[Cell]] = {}
    for cell in cells:
        lines.setdefault(cell.row, []).append(cell)
    if not lines:
        raise UnreadableError("文件是空的")
    first, *rest = (tuple(line) for _, line in sorted(lines.items()))
    return Grid(first, tuple(rest), tuple(everything))


def _csv(data: bytes) -> Iterator[Cell]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError as error:
            raise UnreadableError("文字编码不对") from error
    first = text.split("\n", 1)[0]
    mark = max(",;\t，", key=first.count)
    try:
        for row, line in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
            yield from (Cell(row, at, value) for at, value in enumerate(line, 1) if value.strip())
    except csv.Error as error:
        raise UnreadableError("引号或者分隔符乱了") from error


def _xlsx(data: bytes) -> Grid:
    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise UnreadableError("不是能打开的 .xlsx 文件，可能有密码或者已经损坏") from error
    everything: list[Cell] = []
    tables: list[list[Cell]] = []
    for sheet in book.worksheets:
        cells, notes = _sheet(sheet)
        everything += [*cells, *notes]
        if cells:
            tables.append(cells)
    if len(tables) > 1:
        return Grid(_grid(tables[0], []).header, (), tuple(_one_sheet(everything)))
    return _grid(tables[0] if tables else [], everything)


def _one_sheet(everything: list[Cell]) -> list[Cell]:
    from generator.records.privacy import private_numbers

    if any(private_numbers(cell.text) for cell in everything):
        return everything
    raise UnreadableError("里面有好几张有内容的工作表，只留一张")


def _sheet(sheet: Any) -> tuple[list[Cell], list[Cell]]:
    cells, notes = [], []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None and str(cell.value).strip():
                cells.append(Cell(cell.row, cell.column, _text(cell.value)))
            if cell.comment:
                notes.append(Cell(cell.row, cell.column, cell.comment.text))
    return cells, notes


def _text(value: Any) -> str:
    if isinstance(value, bool | date):
        return str(value)
    if isinstance(value, float):
        number = Decimal(repr(value))
        return f"{number.quantize(Decimal(1)):f}" if number == number.to_integral_value() else f"{number:f}"
    return str(value)
