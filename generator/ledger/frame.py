"""A workbook without records, and the filling of it: rows of XML are put into the sheets they belong to."""

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from generator.ledger.cells import Line, numbered
from generator.ledger.grid import address
from generator.ledger.layout import Layout

_LEVEL = 3
_CHUNK = 1 << 20
_STYLE = re.compile(rb'<col min="([0-9]+)" max="([0-9]+)"[^>]*? style="([0-9]+)"')
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
_END = b"</sheetData>"


class Frame:
    """A workbook whose sheets have a header, widths, notes and drop-downs, and no records yet.

    Attributes:
        styles: the number of the style of each kind of column.
    """

    def __init__(self, path: Path, layouts: Sequence[Layout], rows: int) -> None:
        """``layouts`` are those of the sheets after the first; ``rows`` are there in each already."""
        self._path = path
        self._parts = {layout.title: _part(number) for number, layout in enumerate(layouts, 2)}
        self._widths = {layout.title: len(layout.all) for layout in layouts}
        self._rows = rows
        with zipfile.ZipFile(path) as archive:
            heads = {layout: archive.read(self._parts[layout.title]) for layout in layouts}
        self.styles = {
            kind: style for layout, head in heads.items() for kind, style in _styles(layout, head).items()
        }

    def fill(self, target: Path, lines: Iterable[Line]) -> None:
        """Write the workbook with some rows; those of a sheet come in their order.

        Memory does not grow with the rows: they wait in a temporary file for each sheet.
        """
        with ExitStack() as stack:
            waiting = {title: stack.enter_context(tempfile.TemporaryFile()) for title in self._parts}
            counts = dict.fromkeys(self._parts, self._rows)
            for title, line in lines:
                counts[title] += 1
                waiting[title].writelines(numbered((line,), counts[title]))
            self._write(target, waiting, counts)

    def _write(self, target: Path, waiting: Mapping[str, IO[bytes]], counts: dict[str, int]) -> None:
        titles = {part: title for title, part in self._parts.items()}
        with zipfile.ZipFile(self._path) as source, _archive(target) as archive:
            for name in source.namelist():
                data = source.read(name)
                with archive.open(name, "w", force_zip64=True) as file:
                    title = titles.get(name)
                    if title is None:
                        file.write(data)
                        continue
                    last = address(counts[title] - 1, self._widths[title] - 1).encode()
                    head, end, foot = _DIMENSION.sub(b'<dimension ref="A1:%s"/>' % last, data).partition(_END)
                    file.write(head)
                    waiting[title].seek(0)
                    shutil.copyfileobj(waiting[title], file, _CHUNK)
                    file.write(end + foot)


def _archive(path: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)


def _part(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _styles(layout: Layout, sheet: bytes) -> dict[str, int]:
    """The styles of a sheet's columns by kind; the cells of a column have the style of the column."""
    found = {}
    for first, last, style in _STYLE.findall(sheet):
        for column in layout.all[int(first) - 1 : int(last)]:
            found[column.kind] = int(style)
    return found
