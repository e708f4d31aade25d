"""Giving away the tables of selections; what several of them have of a record is made once for all."""

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path

from generator.exports.blocks import cut
from generator.exports.given import ORGANISATIONS, PLACES
from generator.exports.member import members_of
from generator.exports.parts import Store
from generator.exports.published import File, memory, remembered
from generator.exports.register import Register
from generator.exports.selection import Selection
from generator.exports.writing import Forms, Writing
from generator.outputs.outputs import Outputs
from generator.records.reference import Reference

_PART = b"\n\n"


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
        told = self.outputs.take(selection.unit, selection.content)
        return remembered(told.partition(_PART)[0]) if told else None

    def make(self, several: Sequence[Selection]) -> list[list[File]]:
        """Write the tables of some selections, and note their units in the outputs; the files of each.

        A selection's files are in one order always, and the same whatever it is made together with.

        Raises:
            SpoiltError: a record's part is not in the store, or is not what was put there.
            OSError: the outputs' folder or the store cannot be written.
        """
        register = next((self._register(each) for each in several if not each.township), None)
        townships = {each.within[0][0]: each for each in several if each.township}
        files: dict[str, list[File]] = {}
        # A township's tables are written as its records come by: nobody holds those of several.
        own: list[Writing] = []
        for block in cut(register.selection.within if register else [each.within[0] for each in several]):
            whole = [register] if register and register.begin(block) else []
            for township, keys, last in block:
                if township in townships and not own:
                    own = [self._begun(townships[township])]
                self._add(keys, [*own, *whole])
                if last:
                    files |= {each.selection.unit: self._done(each) for each in own}
                    own = []
            for each in whole:
                each.end()
        if register:
            files[register.selection.unit] = self._done(register)
        return [files[each.unit] for each in several]

    def _add(self, keys: Sequence[bytes], takers: Sequence[Writing]) -> None:
        """Read some records once for all who take them."""
        if keys and takers:
            joined = self._store.joined(keys)
            for each in takers:
                each.add(joined)

    def _begun(self, selection: Selection) -> Writing:
        self.outputs.expect(selection.unit, selection.content)
        return Writing(selection, self.outputs.folder, self._reference, self._forms)

    def _register(self, selection: Selection) -> Register:
        self.outputs.expect(selection.unit, selection.content)
        register = Register(selection, self.outputs.folder, self._folder, self._reference, self._forms)
        if former := self.outputs.former(selection.unit):
            files, _, told = former.memory.partition(_PART)
            keep = partial(self.outputs.keep, selection.unit)
            register.follow(former.site, remembered(files), told, keep)
        return register

    def _done(self, writing: Writing) -> list[File]:
        files = writing.close()
        told = memory(files) + _PART + writing.memory
        self.outputs.made(writing.selection.unit, [file.address for file in files], told)
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
