"""The tables of the whole register while they are written: block by block, after those of the last build."""

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.exports.blocks import Blocks, Stretch
from generator.exports.copied import Origin, Renewed, Spans, memory, remembered
from generator.exports.given import ORGANISATIONS
from generator.exports.kept import Kept, Lines
from generator.exports.log import key_of
from generator.exports.organisations import Organisations
from generator.exports.parts import RECORD, Joined
from generator.exports.published import File
from generator.exports.selection import Selection
from generator.exports.tables import Table, tables
from generator.exports.writing import Forms, Writing
from generator.records.reference import Reference


class Register(Writing):
    """The tables of the whole register: a block is begun and, if it is not taken over, filled and ended."""

    def __init__(
        self, selection: Selection, root: Path, store: Path, reference: Reference, forms: Forms
    ) -> None:
        super().__init__(selection, root, reference, forms)
        self._blocks, self._kept = Blocks(store), Kept(store)
        self._organisations = Organisations(reference.vocabularies, later=not self._kept.empty)
        self._drafts[RECORD, ""] = Renewed(root, f"{selection.folder}/records.jsonl", "records")
        self._before: Spans = {}
        self._spans: Spans = {}
        self._key = b""
        self._begun: list[tuple[int, int]] = []
        self._stretches: list[Joined] = []

    @property
    def memory(self) -> bytes:
        """Where the blocks stand in the files."""
        return memory(self._spans)

    def follow(self, site: str, files: Sequence[File], told: bytes, keep: Callable[[str], bool]) -> None:
        """Leave as it is what comes out as the last build made it; ``keep`` takes over one of its files."""
        self._before = remembered(told)
        if self._before:
            found = {file.address: file for file in files}
            for draft in self._drafts.values():
                draft.follow(Origin(site, found[draft.address], keep))

    def begin(self, block: Sequence[Stretch]) -> bool:
        """Begin a block; whether its records must be added, for it cannot be taken over."""
        self._key = key = key_of(*(key for stretch in block for key in stretch.keys))
        self._begun = [(draft.size, draft.rows) for draft in self._drafts.values()]
        if key not in self._blocks or key not in self._before:
            return True
        for draft, span in zip(self._drafts.values(), self._before[key], strict=True):
            draft.copy(span)
        self._organisations.take(self._blocks.named(key))
        self.end()
        return False

    def add(self, joined: Joined) -> None:
        """Go on with what the block has of a township."""
        self._add(joined)
        self._drafts[RECORD, ""].add(joined.piece(RECORD), joined.records)
        self._stretches.append(joined)

    def end(self) -> None:
        """End the block."""
        self._blocks.add(self._key, self._stretches)
        self._stretches = []
        self._spans[self._key] = [
            (start, draft.size, draft.rows - rows)
            for (start, rows), draft in zip(self._begun, self._drafts.values(), strict=True)
        ]

    def close(self) -> list[File]:
        """Write what is left; the files, always in one order."""
        for block in self._blocks.of():
            for name, sheaf in zip(tables(), block, strict=True):
                if sheaf.rows:
                    self._sheets[name].add(*sheaf)
        files = super().close()
        self._blocks.close()
        self._kept.close()
        return files

    def _lines(self, table: Table, make: Callable[[], Lines]) -> Lines:
        content = self._organisations.content if table is ORGANISATIONS else b""
        return self._kept.lines(key_of(table.name.encode(), content), make)
