"""A sheet as an office document (.docx), for those who want to edit a draft agreement."""

import io
import re
from datetime import UTC, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from generator.notices.sheet import Facts, Figures, Para, Part, Sheet, Signatures, Table

_BLANKS = re.compile(r"(＿+)")
_STAMP = datetime(2020, 1, 1, tzinfo=UTC)
_ALIGN = {"l": WD_ALIGN_PARAGRAPH.LEFT, "c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT}
_BODY, _LABEL = "FangSong", "SimHei"
"""Faces that every Chinese office has; the document does not carry them."""


def document(sheet: Sheet) -> bytes:
    """The sheet as a .docx file; blanks are highlighted."""
    found = Document()
    _page(found, sheet)
    if sheet.demo:
        _line(found, sheet.demo, bold=True).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for title in sheet.title:
        _line(found, title, size=20, bold=True, face="SimSun").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in sheet.intro:
        _para(found, line)
    for part in sheet.parts:
        _part(found, part)
    stream = io.BytesIO()
    found.save(stream)
    return _timeless(stream)


def _timeless(stream: io.BytesIO) -> bytes:
    """The same archive with a fixed time in it, so that equal content gives equal bytes."""
    target = io.BytesIO()
    with ZipFile(stream) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(ZipInfo(name, _STAMP.timetuple()[:6]), source.read(name), ZIP_DEFLATED)
    return target.getvalue()


def _page(found: Any, sheet: Sheet) -> None:
    section = found.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer.paragraphs[0].text = "\n".join(sheet.foot)
    properties = found.core_properties
    properties.title, properties.author = "".join(sheet.title), sheet.author
    properties.created = properties.modified = _STAMP
    properties.last_modified_by = sheet.author
    properties.language = "zh-CN"
    properties.comments = ""


def _part(found: Any, part: Part) -> None:
    if part.title:
        heading = found.add_heading(level=1)
        _runs(heading, part.title, size=15, bold=True, face=_LABEL)
    for block in part.blocks:
        if isinstance(block, Para):
            _para(found, block.text)
        elif isinstance(block, Facts):
            _table(found, (), block.rows, "l" * 4)
        elif isinstance(block, Table):
            _table(found, block.head, (*block.rows, block.total) if block.total else block.rows, block.align)
        elif isinstance(block, Signatures):
            _signatures(found, block)
        else:
            _table(found, (), _figures(block), "ll")


def _figures(block: Figures) -> tuple[tuple[str, ...], ...]:
    return tuple((label, value) for value, label in block.items)


def _line(found: Any, text: str, *, size: int = 14, bold: bool = False, face: str = _BODY) -> Any:
    paragraph = found.add_paragraph()
    _runs(paragraph, text, size=size, bold=bold, face=face)
    return paragraph


def _para(found: Any, text: str) -> None:
    paragraph = _line(found, text)
    paragraph.paragraph_format.first_line_indent = Pt(28)
    paragraph.paragraph_format.space_after = Pt(2)


def _runs(paragraph: Any, text: str, *, size: int = 14, bold: bool = False, face: str = _BODY) -> None:
    """The text, with blanks highlighted."""
    for piece in filter(None, _BLANKS.split(text)):
        run = paragraph.add_run(piece)
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, face
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
        if piece.startswith("＿"):
            run.font.highlight_color = WD_COLOR_INDEX.GRAY_25


def _table(found: Any, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], align: str) -> None:
    lines = (head, *rows) if head else rows
    table = found.add_table(rows=0, cols=max(map(len, lines)))
    table.style = "Table Grid"
    for number, line in enumerate(lines):
        cells = table.add_row().cells
        for cell, text, side in zip(cells, line, align, strict=False):
            paragraph = cell.paragraphs[0]
            heading = bool(head) and number == 0
            paragraph.alignment = _ALIGN["c" if heading else side]
            _runs(paragraph, text, size=11, bold=heading, face=_LABEL if heading else _BODY)
    if head:
        _repeated(table.rows[0])
    found.add_paragraph()


def _repeated(row: Any) -> None:
    """Repeat a header row on every page."""
    properties = row._tr.get_or_add_trPr()
    mark = properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"})
    properties.append(mark)


def _signatures(found: Any, block: Signatures) -> None:
    table = found.add_table(rows=1, cols=len(block.parties))
    for cell, (role, name) in zip(table.rows[0].cells, block.parties, strict=True):
        _runs(cell.paragraphs[0], f"{role}（盖章）：", bold=True, face=_LABEL)
        for text in (name, "", "代表人签字：", "", "日期：　　年　　月　　日"):
            _runs(cell.add_paragraph(), text, size=12)
