"""The tables of a selection while they are written: as CSV, as JSON Lines, and all in one workbook."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from generator.exports.archive import deflated
from generator.exports.cells import Cell, Form, as_bytes
from generator.exports.copied import Renewed
from generator.exports.given import ORGANISATIONS, PLACES, place_row
from generator.exports.kept import Lines
from generator.exports.layout import layouts
from generator.exports.line import strand, woven
from generator.exports.organisations import Organisations
from generator.exports.parts import NAMED, Joined
from generator.exports.published import File, Published
from generator.exports.selection import Selection
from generator.exports.sheets import Sheet, workbook
from generator.exports.tables import Table
from generator.records.reference import Reference

WORKBOOK = "register.xlsx"

Forms = Mapping[str, list[Form]]
"""How the values of tables that are no record's are written, column by column."""

Rows = Callable[[list[Form]], list[list[Cell]]]
"""Makes the rows of such a table."""


class Writing:
    """The tables of one selection: its records are added in their order, then it is closed."""

    def __init__(self, selection: Selection, root: Path, reference: Reference, forms: Forms) -> None:
        self.selection = selection
        self._root = root
        self._reference = reference
        self._forms = forms
        self._organisations = Organisations(reference.vocabularies)
        self._sheets = {name: Sheet(*layout.sheet) for name, layout in layouts().items()}
        self._drafts: dict[tuple[str, str], Renewed] = {}
        for name, layout in layouts().items():
            for form in ("csv", "jsonl"):
                self._drafts[name, form] = Renewed(root, f"{selection.folder}/{name}.{form}", name)
            self._drafts[name, "csv"].add(layout.csv)

    @property
    def memory(self) -> bytes:
        """What the next build is to know of them, besides the files."""
        return b""

    def add(self, joined: Joined) -> None:
        """Go on with some records."""
        self._add(joined)
        for name, rows in joined.counts.items():
            if rows:
                self._sheets[name].put(rows, joined.piece(name, "xml"), joined.deflated(name))

    def _add(self, joined: Joined) -> None:
        """Go on with them in all files but the workbook."""
        for name, rows in joined.counts.items():
            if rows:
                for form in ("csv", "jsonl"):
                    self._drafts[name, form].add(joined.piece(name, form), rows)
        self._organisations.take(joined.piece(NAMED))

    def close(self) -> list[File]:
        """Write what is left; the files, always in one order."""
        self._made(ORGANISATIONS, self._organisations.rows)
        self._made(PLACES, self._places)
        book = Published(self._root).write(
            f"{self.selection.folder}/{WORKBOOK}", workbook(self._sheets.values())
        )
        files = [draft.close() for draft in self._drafts.values()]
        at = len(self._sheets) * 2
        return [*files[:at], book, *files[at:]]

    def _places(self, forms: list[Form]) -> list[list[Cell]]:
        places = self._reference.places
        return [place_row(each, places, forms) for each in self.selection.places(places)]

    def _made(self, table: Table, rows: Rows) -> None:
        """Write a table that is no record's."""
        lines, csv, jsonl, xml = self._lines(table, partial(_lines, rows, self._forms[table.name]))
        if lines:
            self._drafts[table.name, "csv"].add(csv, lines)
            self._drafts[table.name, "jsonl"].add(jsonl, lines)
            self._sheets[table.name].put(lines, xml, deflated(xml))

    def _lines(self, table: Table, make: Callable[[], Lines]) -> Lines:
        return make()


def _lines(rows: Rows, forms: list[Form]) -> Lines:
    found = rows(forms)
    if not found:
        return 0, b"", b"", b""
    strands = dict(enumerate(map(strand, zip(*found, strict=True))))
    csv, json, xml = (as_bytes("".join(each)) for each in woven(strands, len(forms)))
    return len(found), csv, json, xml
