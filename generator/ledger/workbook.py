"""Our own workbook: an empty template to fill in, or the whole register."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.exports.column import Column
from generator.ledger import guide
from generator.ledger.cells import Lines
from generator.ledger.draft import Draft, draft_of
from generator.ledger.frame import Frame
from generator.ledger.layout import WORDS, Layout, layouts
from generator.ledger.rows import place_text
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
    example: dict[str, Any]
    of: dict[str, Any]


def write(path: Path, projects: Iterable[Project], reference: Reference, *, example: bool = False) -> None:
    """Write the workbook of some records; with ``example``, each sheet begins with a row that shows how."""
    write_drafts(path, map(draft_of, projects), reference, example=example)


def write_drafts(path: Path, drafts: Iterable[Draft], reference: Reference, *, example: bool = False) -> None:
    """The same for records that may not be whole."""
    with frame(reference, example=example) as book:
        lines = Lines(reference, book.styles)
        book.fill(path, (line for draft in drafts for line in lines.of(draft)))


@contextmanager
def frame(reference: Reference, *, example: bool = False) -> Iterator[Frame]:
    """A workbook without records, to be filled with their rows."""
    with tempfile.TemporaryDirectory(prefix="gongshi-") as folder:
        path = Path(folder) / "frame.xlsx"
        book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
        book.set_properties({"created": _MADE})
        _sheets(book, reference, example=example)
        book.close()
        yield Frame(path, layouts(reference.vocabularies), 2 if example else 1)


def _sheets(book: xlsxwriter.Workbook, reference: Reference, *, example: bool) -> None:
    formats = _formats(book)
    guide.write(book, reference)
    sheets = [(layout, book.add_worksheet(layout.title)) for layout in layouts(reference.vocabularies)]
    words = _words(book, reference)
    for layout, sheet in sheets:
        _head(sheet, layout, formats, words, reference)
        if example:
            _example(sheet, layout, guide.example(layout, reference), formats.example)


def _formats(book: xlsxwriter.Workbook) -> _Formats:
    base = {"valign": "top", "font_name": "等线", "font_size": 11}
    head = {**base, "bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E8EFE6"}
    shown = {"money": "#,##0.00", "day": "yyyy-mm-dd", "quantity": "0.####", "count": "0", "year": "0"}
    shown[""] = "@"
    return _Formats(
        header=book.add_format(head),
        term=book.add_format({**head, "bg_color": "#FBE9C6"}),
        example={
            kind: book.add_format({**base, "num_format": form, "italic": True, "font_color": "#7A7A7A"})
            for kind, form in shown.items()
        },
        of={kind: book.add_format({**base, "num_format": form}) for kind, form in shown.items()},
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


def _example(sheet: Worksheet, layout: Layout, values: list[Any], forms: dict[str, Any]) -> None:
    for number, (column, value) in enumerate(zip(layout.all, values, strict=True)):
        form = forms.get(column.kind, forms[""])
        if isinstance(value, date):
            sheet.write_datetime(1, number, value, form)
        elif isinstance(value, (int, Decimal)):
            sheet.write_number(1, number, float(value), form)
        elif value is not None:
            sheet.write_string(1, number, value, form)
