"""Giving away the tables of selections: as CSV, as JSON Lines, and all in one workbook."""

from collections.abc import Callable, Iterable
from functools import cache, cached_property, partial
from pathlib import Path
from typing import NamedTuple

from generator.exports.blocks import Blocks, cut
from generator.exports.cells import Cell, Form, as_bytes, csv_quoted
from generator.exports.column import Column
from generator.exports.copied import Origin, Renewed, Span, Spans, memory, remembered
from generator.exports.given import ORGANISATIONS, PLACES, all_tables, columns_in, place_row
from generator.exports.kept import Kept, Lines
from generator.exports.line import strand, woven
from generator.exports.log import key_of
from generator.exports.member import members_of
from generator.exports.organisations import Organisations
from generator.exports.parts import NAMED, RECORD, Block, Store
from generator.exports.published import File, Published
from generator.exports.selection import Selection
from generator.exports.sheets import Sheet, workbook
from generator.exports.tables import Table, tables
from generator.outputs.outputs import Former, Outputs
from generator.records.reference import Reference

BOM = b"\xef\xbb\xbf"
WORKBOOK = "register.xlsx"
_PART = b"\n\n"

Forms = dict[str, list[Form]]
"""How the values of tables that are no record's are written, column by column."""


class Giving:
    """Gives away selections, in any order; made once in a process.

    Attributes:
        outputs: what is filled; a selection that would come out as it did last time is taken over.
    """

    def __init__(self, outputs: Outputs, store: Path, reference: Reference) -> None:
        self.outputs = outputs
        self._folder = store
        self._reference = reference

    @cached_property
    def _store(self) -> Store:
        return Store(self._folder)

    @cached_property
    def _forms(self) -> Forms:
        vocabularies = self._reference.vocabularies
        return {table.name: members_of(vocabularies, table.columns) for table in (ORGANISATIONS, PLACES)}

    def take(self, selection: Selection) -> list[File] | None:
        """Take over the tables of a selection if they would come out as they did last time; its files."""
        memory = self.outputs.take(selection.unit, selection.content)
        return File.several(memory.split(_PART)[0]) if memory else None

    def make(self, selection: Selection) -> list[File]:
        """Write the tables of a selection, and note its unit in the outputs; its files, always in one order.

        Raises:
            KeyError: a record's part is not in the store.
            OSError: the outputs' folder or the store cannot be written.
        """
        self.outputs.expect(selection.unit, selection.content)
        writing = _Writing(
            selection, self.outputs.folder, self._folder, self._store, self._reference, self._forms
        )
        if former := self.outputs.former(selection.unit):
            writing.follow(former, partial(self.outputs.keep, selection.unit))
        files = writing.write()
        memory = b"\n".join(file.memory for file in files) + _PART + writing.spans
        self.outputs.made(selection.unit, [file.address for file in files], memory)
        return files

    def tidy(self, keys: Iterable[bytes]) -> None:
        """Drop from the store what is no part of these, when it is much."""
        self._store.tidy(keys)
        del self._store

    def close(self) -> None:
        """Close the files; they are opened again when they are needed."""
        if "_store" in self.__dict__:
            self._store.close()
            del self._store


class _Writing:
    """One selection being written."""

    def __init__(
        self,
        selection: Selection,
        root: Path,
        folder: Path,
        store: Store,
        reference: Reference,
        forms: Forms,
    ) -> None:
        self._selection = selection
        self._root = root
        self._store = store
        self._reference = reference
        self._forms = forms
        self._blocks = None if selection.township else Blocks(folder)
        self._kept = None if selection.township else Kept(folder)
        later = self._kept is not None and not self._kept.empty
        self._organisations = Organisations(reference.vocabularies, later)
        self._sheets = {name: Sheet(*layout.sheet) for name, layout in _layouts().items()}
        self._before: Spans = {}
        self._spans: Spans = {}
        self._drafts = {
            (name, form): Renewed(root, f"{selection.folder}/{name}.{form}", name)
            for name in _layouts()
            for form in ("csv", "jsonl")
        }
        for name, layout in _layouts().items():
            self._drafts[name, "csv"].add(layout.csv)
        if not selection.township:
            self._drafts[RECORD, ""] = Renewed(root, f"{selection.folder}/records.jsonl", "records")

    @property
    def spans(self) -> bytes:
        """Where the blocks stand in the files, for the next build; nothing for a township."""
        return memory(self._spans) if self._blocks else b""

    def follow(self, former: Former, keep: Callable[[str], bool]) -> None:
        """Leave as it is what comes out as the last build made it; ``keep`` takes over one of its files."""
        files, _, told = former.memory.partition(_PART)
        self._before = remembered(told)
        if self._blocks and self._before:
            found = {file.address: file for file in File.several(files)}
            for draft in self._drafts.values():
                draft.follow(Origin(former.site, found[draft.address], keep))

    def write(self) -> list[File]:
        """Write everything; the files."""
        for keys in cut(self._selection.records):
            self._block(keys)
        self._made(ORGANISATIONS, self._organisations.content, self._organisations.rows)
        self._made(PLACES, b"", self._places)
        if self._blocks:
            self._filed(self._blocks)
        published = Published(self._root)
        book = published.write(f"{self._selection.folder}/{WORKBOOK}", workbook(self._sheets.values()))
        for each in (self._blocks, self._kept):
            if each:
                each.close()
        files = [draft.close() for draft in self._drafts.values()]
        at = len(self._sheets) * 2
        return [*files[:at], book, *files[at:]]

    def _block(self, keys: list[bytes]) -> None:
        if self._blocks is None:
            self._joined(self._store.block(keys))
            return
        key, begun = key_of(*keys), [draft.size for draft in self._drafts.values()]
        if key in self._blocks and key in self._before:
            self._blocks.add(key, lambda: self._store.block(keys))
            rows = self._copied(*self._before[key], len(keys))
            self._organisations.take(self._blocks.named(key))
        else:
            block = self._store.block(keys)
            rows = self._joined(block)
            self._drafts[RECORD, ""].add(block.joined(RECORD), len(keys))
            self._blocks.add(key, lambda: block)
        spans = list(zip(begun, (draft.size for draft in self._drafts.values()), strict=True))
        self._spans[key] = spans, rows

    def _copied(self, spans: list[Span], rows: list[int], records: int) -> list[int]:
        """Go on with a block as the last build has it; how many rows that is in every table."""
        counts = dict(zip((*tables(), RECORD), (*rows, records), strict=True))
        for ((name, _), draft), span in zip(self._drafts.items(), spans, strict=True):
            draft.copy(span, counts.get(name, 0))
        return rows

    def _joined(self, block: Block) -> list[int]:
        """Go on with some records; how many rows that is in every table."""
        counts = block.counts()
        for name, rows in counts.items():
            if rows:
                for form in ("csv", "jsonl"):
                    self._drafts[name, form].add(block.joined(name, form), rows)
                if self._blocks is None:
                    self._sheets[name].put(rows, block.joined(name, "xml"))
        self._organisations.take(block.joined(NAMED))
        return list(counts.values())

    def _filed(self, blocks: Blocks) -> None:
        for block in blocks.of():
            for name, sheaf in zip(tables(), block, strict=True):
                if sheaf.rows:
                    self._sheets[name].add(*sheaf)

    def _places(self, forms: list[Form]) -> list[list[Cell]]:
        places = self._reference.places
        return [place_row(each, places, forms) for each in self._selection.places(places)]

    def _made(self, table: Table, content: bytes, rows: Callable[[list[Form]], list[list[Cell]]]) -> None:
        """Write a table that is no record's, and is made from this content besides the reference data."""
        make = partial(_lines, rows, self._forms[table.name])
        kept = self._kept
        lines, csv, jsonl, xml = kept.lines(key_of(table.name.encode(), content), make) if kept else make()
        if lines:
            self._drafts[table.name, "csv"].add(csv, lines)
            self._drafts[table.name, "jsonl"].add(jsonl, lines)
            self._sheets[table.name].put(lines, xml)


def _lines(rows: Callable[[list[Form]], list[list[Cell]]], forms: list[Form]) -> Lines:
    found = rows(forms)
    if not found:
        return 0, b"", b"", b""
    strands = dict(enumerate(map(strand, zip(*found, strict=True))))
    csv, json, xml = (as_bytes("".join(each)) for each in woven(strands, len(forms)))
    return len(found), csv, json, xml


class _Layout(NamedTuple):
    """What a table looks like, whatever is in it.

    Attributes:
        csv: its first line.
        sheet: title, headers and widths of its sheet.
    """

    csv: bytes
    sheet: tuple[str, tuple[str, ...], tuple[int, ...]]


@cache
def _layouts() -> dict[str, _Layout]:
    """The layouts of all tables, made once for all selections."""
    return {table.name: _layout(table) for table in all_tables()}


def _layout(table: Table) -> _Layout:
    columns = columns_in(table)
    csv = BOM + (",".join(csv_quoted(column.header) for column in columns) + "\r\n").encode()
    sheet = table.zh, tuple(column.header for column in columns), tuple(map(_width, columns))
    return _Layout(csv, sheet)


def _width(column: Column) -> int:
    wide = {"money": 16, "day": 12, "place": 15, "count": 10, "year": 9, "flag": 9, "quantity": 10}
    if column.path in (("scope",), ("finding",), ("content",), ("plan",), ("duties",)):
        return 48
    return wide.get(column.kind, 20)
