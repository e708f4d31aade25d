"""One file of the register: its text, its parts, and what the models make of it."""

from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import TypeVar

import yaml
from pydantic import ValidationError

from generator.findings.finding import Bilingual, Finding, Path, Problem, Spot, order
from generator.reading.fault import Fault, Particular, finding
from generator.reading.keys import known
from generator.reading.mapping import load_mapping
from generator.reading.nodes import Node, parse
from generator.reading.problems import files
from generator.reading.section import spot
from generator.reading.structure import RECORD, Structure
from generator.reading.text import decode, load
from generator.records.model import Model, validated
from generator.records.vocabulary import Vocabularies

FINDINGS_LIMIT = 100
"""The most findings that one file's reading gives; the last one then counts the rest."""

Made = TypeVar("Made", bound=Model)


class Source:
    r"""One file.

    Attributes:
        file: its name relative to the root, with ``/``.
        text: its text, as far as it could be decoded; ``\n`` is its only line end.
        data: the bytes of the text, where they are sound UTF-8, with whatever line ends.
        faults: what is wrong with it as a text; nothing is made of it then.
        record: the project number that it states, where it does.
    """

    __slots__ = ("_lines", "_plain", "_root", "_sought", "data", "faults", "file", "record", "text")

    def __init__(self, file: str, data: bytes | Fault) -> None:
        self.file = file
        self.text, self.faults = ("", [data]) if isinstance(data, Fault) else decode(data)
        self.data = None if self.faults or isinstance(data, Fault) else data
        self.record: str | None = None
        self._lines: list[str] | None = None
        self._root: Node | None = None
        self._sought = False
        self._plain = False

    @classmethod
    def of(cls, path: FilePath, file: str) -> "Source":
        """The source in ``path``; what is no readable file of fair size is not read."""
        return cls(file, load(path))

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def excerpt(self, line: int) -> str:
        """A line, counted from 1, without its end; empty beyond the last one."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def locate(self, path: Path) -> Spot:
        """The spot of the value at a path; of the nearest part above where the file lacks it."""
        if self._plain and not self._sought:
            return Spot(self.file, *spot(self.text, path))
        root = self.root()
        return Spot(self.file, *root.find(path)) if root else Spot(self.file)

    def root(self) -> Node | None:
        """The file's parts with their marks, parsed when first asked for; None where it is no YAML."""
        if not self._sought:
            self._sought = True
            try:
                self._root = parse(self.text).root
            except yaml.YAMLError:
                self._root = None
        return self._root

    def fault(self, problem: Problem, path: Path, **values: Particular) -> Fault:
        """A fault at a path of this file."""
        spot = self.locate(path)
        return Fault(problem, spot.line, spot.column, values, path)

    def read(
        self, model: type[Made], vocabularies: Vocabularies, whole: Bilingual = RECORD
    ) -> tuple[Made | None, list[Fault]]:
        """The file as a model has it, and all its faults; never the one where there are others.

        ``whole`` is what messages call the file.
        """
        if self.faults:
            return None, self.faults
        mapping = load_mapping(self.text, known(model))
        if mapping.value is None:
            return None, mapping.faults
        self._plain = mapping.plain
        number = mapping.value.get("id")
        self.record = number if isinstance(number, str) else None
        try:
            made = validated(model, mapping.value, vocabularies.codes())
        except ValidationError as error:
            root = self.root()
            assert root, "a text that gave a value has parts"
            structure = Structure(model, root, self.lines, vocabularies, whole)
            return None, [*mapping.faults, *structure.faults(error.errors(include_url=False))]
        return (None if mapping.faults else made), mapping.faults

    def told(self, faults: Sequence[Fault]) -> list[Finding]:
        """The findings of faults, in the order of the file, each once, the last ones only counted."""
        if not faults:
            return []
        distinct = {(each.line, each.column, each.problem.code, each.path): each for each in faults}
        ranked = [distinct[key] for key in sorted(distinct, key=lambda key: key[:3])]
        if len(ranked) > FINDINGS_LIMIT:
            kept = ranked[: FINDINGS_LIMIT - 1]
            rest = {"more": len(ranked) - len(kept), "total": len(ranked)}
            ranked = [*kept, Fault(files.TOO_MANY, kept[-1].line, kept[-1].column, rest)]
        told = [finding(each, self.file, self.excerpt(each.line), self.record) for each in ranked]
        return sorted(told, key=order)
