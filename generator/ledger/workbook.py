"""Our own workbook: an empty template to fill in, or the whole register."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.exports.column import Column
from generator.exports.listing import joined
from generator.ledger import guide
from generator.ledger.layout import WORDS, Layout, layouts
from generator.ledger.rows import Row, rows_of
from generator.records.project import Project
from generator.records.reference import Reference

ROWS = 20_000
"""So many rows have drop-downs and formats, beyond those that are filled in."""

_WIDTHS = {
    "money": 15,
    "day": 12,
    "place": 26,
    "count": 10,
    "year": 9,
    "flag": 10,
    "quantity": 10,
    "word": 16,
}
_LONG = frozenset({"scope", "finding", "content", "plan", "duties", "breach", "exit", "entry", "result"})
_MADE = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class _Formats:
    header: Any
    term: Any
    example: Any
    of: dict[str, Any]


def write(path: Path, projects: Iterable[Project], reference: Reference, *, example: bool = False) -> None:
    """Write the workbook of some records; with ``example``, each sheet begins with a row that shows how."""
    write_rows(
        path, (row for each in projects for row in rows_of(each, reference)), reference, example=example
    )


def write_rows(path: Path, rows: Iterable[Row], reference: Reference, *, example: bool = False) -> None:
    """Write the workbook of some rows, those of a sheet in their order.

    Rows are streamed: memory does not grow with the register beyond a temporary file for each sheet.
    """
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"created": _MADE})
    formats = _formats(book)
    guide.write(book, reference)
    sheets = [(layout, book.add_worksheet(layout.title)) for layout in layouts(reference.vocabularies)]
    words = _words(book, reference)
    at: dict[str, int] = {}
    for layout, sheet in sheets:
        _head(sheet, layout, formats, words, reference)
        at[layout.title] = 1
        if example:
            _row(sheet, 1, layout, guide.example(layout, reference), formats, formats.example)
            at[layout.title] = 2
    by_title = {layout.title: (layout, sheet) for layout, sheet in sheets}
    for title, values in rows:
        layout, sheet = by_title[title]
        _row(sheet, at[title], layout, values, formats)
        at[title] += 1
    book.close()


def _formats(book: xlsxwriter.Workbook) -> _Formats:
    base = {"valign": "top", "font_name": "等线", "font_size": 11}
    head = {**base, "bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E8EFE6"}
    shown = {"money": "#,##0.00", "day": "yyyy-mm-dd", "quantity": "0.####", "count": "0", "year": "0"}
    return _Formats(
        header=book.add_format(head),
        term=book.add_format({**head, "bg_color": "#FBE9C6"}),
        example=book.add_format({**base, "italic": True, "font_color": "#7A7A7A"}),
        of={
            **{kind: book.add_format({**base, "num_format": form}) for kind, form in shown.items()},
            "": book.add_format({**base, "num_format": "@"}),
        },
    )


def _head(
    sheet: Worksheet, layout: Layout, formats: _Formats, words: dict[str, str], reference: Reference
) -> None:
    sheet.freeze_panes(1, 2 if not layout.path else len(layout.keys))
    sheet.set_row(0, 36)
    for number, column in enumerate(layout.all):
        form = formats.term if column.term or column.required else formats.header
        sheet.set_column(number, number, _width(column), formats.of.get(column.kind, formats.of[""]))
        sheet.write_string(0, number, column.header, form)
        sheet.write_comment(0, number, guide.note(column, reference), {"x_scale": 2.2, "y_scale": 1.6})
        source = _source(column, words)
        if source:
            sheet.data_validation(
                1,
                number,
                ROWS,
                number,
                {
                    "validate": "list",
                    "source": source,
                    "error_type": "warning",
                    "error_title": column.zh,
                    "error_message": "请从下拉里选一个。",
                },
            )


def _source(column: Column, words: dict[str, str]) -> Any:
    if column.kind == "word":
        return words[column.vocabulary or ""]
    if column.kind == "place":
        return words["places"]
    return ["是", "否"] if column.kind == "flag" else None


def _width(column: Column) -> int:
    if column.path[-1] in _LONG:
        return 42
    return _WIDTHS.get(column.kind, 20)


def _words(book: xlsxwriter.Workbook, reference: Reference) -> dict[str, str]:
    """The sheet of words for the drop-downs, and the range of each list."""
    sheet = book.add_worksheet(WORDS)
    lists: dict[str, tuple[str, list[str]]] = {
        name: (vocabulary.label, [term.label for term in vocabulary])
        for name, vocabulary in reference.vocabularies.items()
    }
    places = reference.places
    lists["places"] = (
        "地方",
        [place_text(place.code, reference) for place in places if place.level in ("township", "village")],
    )
    found = {}
    longest = max(len(each) for _, each in lists.values())
    for number, (name, (label, texts)) in enumerate(lists.items()):
        letter = xl_col_to_name(number)
        found[name] = f"={WORDS}!${letter}$2:${letter}${max(len(texts), 1) + 1}"
        sheet.set_column(number, number, 24)
        lists[name] = (label, texts)
    for row in range(longest + 1):
        for number, (label, texts) in enumerate(lists.values()):
            text = label if row == 0 else texts[row - 1] if row <= len(texts) else ""
            if text:
                sheet.write_string(row, number, text)
    return found


def place_text(code: str, reference: Reference) -> str:
    """A place as the workbook shows it: its code and its name."""
    places = reference.places
    return f"{code} {places.full_name(code)}" if code in places else code


def _row(
    sheet: Worksheet, row: int, layout: Layout, values: list[Any], formats: _Formats, form: Any = None
) -> None:
    for number, (column, value) in enumerate(zip(layout.all, values, strict=True)):
        if value is not None:
            _cell(sheet, row, number, value, form or formats.of.get(column.kind, formats.of[""]))


def _cell(sheet: Worksheet, row: int, number: int, value: Any, form: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, number, value, form)
    elif isinstance(value, int):
        sheet.write_number(row, number, value, form)
    elif isinstance(value, Decimal):
        near = float(value)
        if Decimal(repr(near)) == value:
            sheet.write_number(row, number, near, form)
        else:
            sheet.write_string(row, number, f"{value:f}", form)
    else:
        sheet.write_string(row, number, value if isinstance(value, str) else joined(value), form)
