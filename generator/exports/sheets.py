"""A workbook of tables, put together from rows that are XML already, and deflated.

A general library builds every cell of a workbook anew; here the map has written them, in parallel, and
what is left is to put them into one archive. Cells and rows without addresses stand one after the other
(ECMA-376, part 1, 18.3.1.4 and 18.3.1.73 have the addresses optional).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from generator.exports.archive import Entry, Piece, archive, deflated, joined, piece
from generator.exports.cells import xml_text

ROWS_LIMIT = 1_048_575
"""The rows that a sheet takes beside its header."""

Packed = bytes | Callable[[], bytes]
"""Deflated data, or what gives them when they are needed."""

_HEADER_STYLE = 1
_TAIL = "</sheetData></worksheet>"
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


class Sheet:
    """A sheet in the making: what was added to it, deflated already.

    Attributes:
        title: its name on the tab, at most 28 characters, of those that a tab may carry.
    """

    def __init__(self, title: str, headers: Sequence[str], widths: Sequence[int]) -> None:
        self.title = title
        self._head = _head(tuple(headers), tuple(widths))
        self._parts: list[_Part] = []
        self._begin()

    def put(self, rows: int, data: bytes, packed: bytes) -> None:
        """Go on with rows of XML, and what they are deflated to."""
        part = self._part(rows)
        part.piece = piece(data, packed, part.piece)
        part.data.append(packed)

    def add(self, rows: int, about: Piece, packed: Packed) -> None:
        """Go on with rows of XML that are deflated to ``packed``, or to what it gives when it is asked."""
        part = self._part(rows)
        part.piece = joined(part.piece, about)
        part.data.append(packed)

    def _begin(self) -> "_Part":
        about, packed = self._head
        self._parts.append(_Part(about, [packed]))
        return self._parts[-1]

    def _part(self, rows: int) -> "_Part":
        """Where the next rows go."""
        part = self._parts[-1]
        if part.rows + rows > ROWS_LIMIT:
            part = self._begin()
        part.rows += rows
        return part

    def entries(self) -> Iterator[tuple[str, Piece, Iterator[bytes]]]:
        """The sheets that came of it, as a sheet takes a limited number of rows: title and content."""
        _, packed = _text(_TAIL)
        for number, part in enumerate(self._parts, 1):
            title = self.title if number == 1 else f"{self.title}{number}"
            yield title, piece(_TAIL.encode(), packed, part.piece), _data([*part.data, packed])


@dataclass(slots=True)
class _Part:
    """One sheet of those that a table needs."""

    piece: Piece
    data: list[Packed]
    rows: int = 0


def _data(parts: Iterable[Packed]) -> Iterator[bytes]:
    for packed in parts:
        yield packed if isinstance(packed, bytes) else packed()


def workbook(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """The bytes of a workbook; equal content gives equal bytes."""
    return archive(_entries(sheets))


def _entries(sheets: Iterable[Sheet]) -> Iterator[Entry]:
    titles = []
    for sheet in sheets:
        for title, about, data in sheet.entries():
            titles.append(title)
            yield Entry(f"xl/worksheets/sheet{len(titles)}.xml", about, data)
    for name, text in _frame(tuple(titles)):
        about, packed = _text(text)
        yield Entry(name, about, [packed])


@lru_cache(maxsize=128)
def _text(text: str) -> tuple[Piece, bytes]:
    """A text and what it is deflated to; all townships' workbooks have the same ones."""
    data = text.encode()
    packed = deflated(data)
    return piece(data, packed), packed


@lru_cache(maxsize=128)
def _head(headers: tuple[str, ...], widths: tuple[int, ...]) -> tuple[Piece, bytes]:
    """How a sheet begins, and what that is deflated to."""
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(widths, 1)
    )
    header = "".join(xml_text(each, _HEADER_STYLE) for each in headers)
    return _text(
        f'{_DECLARATION}<worksheet xmlns="{_SPREADSHEET}"><sheetViews><sheetView workbookViewId="0">'
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{columns}</cols><sheetData>"
        f'<row ht="32" customHeight="1">{header}</row>'
    )


@lru_cache(maxsize=16)
def _frame(titles: tuple[str, ...]) -> list[tuple[str, str]]:
    """The parts of a workbook that are no sheets."""
    return list(_framed(titles))


def _framed(titles: Sequence[str]) -> Iterator[tuple[str, str]]:
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
