"""A workbook of tables, streamed: rows that are XML already are copied into it and forgotten.

A general library builds every cell of a workbook anew; here the map has written them, in parallel, and
what is left is to put them into one archive. Cells and rows without addresses stand one after the other
(ECMA-376, part 1, 18.3.1.4 and 18.3.1.73 have the addresses optional).
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from generator.exports.cells import xml_text

ROWS_LIMIT = 1_048_575
"""The rows that a sheet takes beside its header."""

_HEADER_STYLE = 1
_DATE = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 16
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_STYLES = f"""{_DECLARATION}<styleSheet xmlns="{_SPREADSHEET}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="等线"/></font>
<font><b/><sz val="11"/><name val="等线"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFE8EFE6"/></patternFill></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf xfId="0"/>
<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">
<alignment vertical="center" wrapText="1"/></xf>
<xf xfId="0" numFmtId="4" applyNumberFormat="1"/>
<xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to be written.

    Attributes:
        title: its name on the tab, at most 28 characters, of those that a tab may carry.
        headers: the first row.
        widths: the width of every column, in characters.
        pieces: rows as XML, some at a time, each with how many rows it has.
    """

    title: str
    headers: Sequence[str]
    widths: Sequence[int]
    pieces: Iterable[tuple[int, bytes]]


def write(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write a workbook; equal content gives equal bytes."""
    titles: list[str] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for sheet in sheets:
            pieces = iter(sheet.pieces)
            first: tuple[int, bytes] | None = next(pieces, None)
            number = 1
            while number == 1 or first:
                titles.append(sheet.title if number == 1 else f"{sheet.title}{number}")
                filled = chain([first] if first else [], pieces)
                first = _sheet(archive, len(titles), sheet, filled)
                number += 1
        for name, text in _frame(titles):
            archive.writestr(_entry(name), text)


def _sheet(
    archive: zipfile.ZipFile, number: int, sheet: Sheet, pieces: Iterator[tuple[int, bytes]]
) -> tuple[int, bytes] | None:
    """Write one sheet; what no longer fits in it is handed back."""
    rows = 0
    with archive.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as file:
        waiting = bytearray(_head(sheet).encode())
        for count, piece in pieces:
            if rows + count > ROWS_LIMIT:
                file.write(waiting + b"</sheetData></worksheet>")
                return count, piece
            rows += count
            waiting += piece
            if len(waiting) > _CHUNK:
                file.write(waiting)
                waiting.clear()
        file.write(waiting + b"</sheetData></worksheet>")
    return None


def _head(sheet: Sheet) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(sheet.widths, 1)
    )
    header = "".join(xml_text(each, _HEADER_STYLE) for each in sheet.headers)
    return (
        f'{_DECLARATION}<worksheet xmlns="{_SPREADSHEET}"><sheetViews><sheetView workbookViewId="0">'
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{columns}</cols><sheetData>"
        f'<row ht="32" customHeight="1">{header}</row>'
    )


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _frame(titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The parts of a workbook that are no sheets."""
    sheets = [f"worksheets/sheet{number}.xml" for number in range(1, len(titles) + 1)]
    overrides = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_TYPE}.worksheet+xml"/>' for part in sheets
    )
    yield (
        "[Content_Types].xml",
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{overrides}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    listed = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, 1)
    )
    yield (
        "xl/workbook.xml",
        f'{_DECLARATION}<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_RELATIONS}">'
        f"<sheets>{listed}</sheets></workbook>",
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations([*(("worksheet", part) for part in sheets), ("styles", "styles.xml")]),
    )
    yield "xl/styles.xml", _STYLES


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{escape(target)}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'
