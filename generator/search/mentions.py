"""Rows whose texts hold the name of a place or an operator that is not their own."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.records.summary import Row
from generator.search.naming import WRITTEN, Naming
from generator.search.norm import norm
from generator.search.rows import Rows
from generator.search.texts import OPERATOR, PLACE, TOWNSHIP, VILLAGE, Own

_OWN = re.compile(f"[{PLACE}{TOWNSHIP}{OPERATOR}{VILLAGE}]")
_WRITTEN = re.compile(WRITTEN)
_NOBODY: frozenset[str] = frozenset()


class _Phrase(NamedTuple):
    """The names between a phrase's marks; whether one may also go over the edge of what a mark stands for."""

    names: frozenset[str]
    open: bool


class Mentions:
    """Finds them, shard by shard; what a phrase holds is remembered, for most phrases are met again."""

    def __init__(self, naming: Naming, owns: Iterable[str]) -> None:
        """``owns`` are the names, as they are searched, that marks may stand for."""
        self._naming = naming
        edges = {(name[0], name[-1]) for name in owns if name}
        self._heads = {head for head, _ in edges}
        self._ends = {end for _, end in edges}
        self._phrases: dict[str, _Phrase] = {}
        self._marks: dict[str, frozenset[str]] = {}

    def of(self, columns: Rows) -> Iterator[tuple[Row, set[str]]]:
        """The rows with the names that they mention; a row may come twice."""
        for field in ("name", "scope"):
            taken = columns.texts(field)
            holding = {phrase for phrase in taken.shapes.distinct if any(self._phrase(phrase))}
            telling = taken.shapes.by_line(holding.intersection)
            for at, phrases in zip(taken.order, telling, strict=True):
                if phrases:
                    row, own = columns.rows[at], columns.owns[at]
                    yield from self._foreign(row, self._within(phrases, own), own)
        for field in ("documents", "agreements"):
            for row, own, marks in zip(columns.rows, columns.owns, columns.column(field), strict=True):
                if _WRITTEN.search(marks):
                    yield from self._foreign(row, self._mark(marks), own)

    def _within(self, phrases: Iterable[str], own: Own) -> set[str]:
        """All names in the phrases of a row's text."""
        found = set[str]()
        for phrase in phrases:
            names, is_open = self._phrase(phrase)
            found |= self._naming.inside(norm(own.restore(phrase))) if is_open else names
        return found

    def _foreign(self, row: Row, found: Iterable[str], own: Own) -> Iterator[tuple[Row, set[str]]]:
        foreign = set(found) - self._naming.within(own.place) - self._naming.within(own.operator)
        if foreign:
            yield row, foreign

    def _mark(self, marks: str) -> frozenset[str]:
        found = self._marks.get(marks)
        if found is None:
            found = self._marks[marks] = self._naming.inside(norm(marks))
        return found

    def _phrase(self, phrase: str) -> _Phrase:
        found = self._phrases.get(phrase)
        if found is None:
            pieces = [norm(piece) for piece in _OWN.split(phrase)]
            names = _NOBODY.union(*map(self._naming.inside, pieces))
            found = self._phrases[phrase] = _Phrase(names, self._open(pieces))
        return found

    def _open(self, pieces: list[str]) -> bool:
        if not all(pieces[1:-1]):
            return True
        pairs = self._naming.pairs
        lefts = {piece[-1] for piece in pieces[:-1] if piece}
        rights = {piece[0] for piece in pieces[1:] if piece}
        return any(left + head in pairs for left in lefts for head in self._heads) or any(
            end + right in pairs for right in rights for end in self._ends
        )
