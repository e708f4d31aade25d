"""What is remembered of a shard, so that what all shards have in common is told without their rows."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from generator.search.columns import Columns
from generator.search.neighbours import Neighbours, neighbours, of_any

HINTED = ("marks", "codes", "scope")
"""The parts that hints tell of."""

Directory = dict[str, dict[str, list[str]]]
"""Townships with their villages, with the operators that are first met there."""


class Outline(NamedTuple):
    """A shard's phrases with their numbers, its pairs of neighbouring characters, and its names.

    Pairs stand in one text, in order. Every digit counts as ``0``.

    Attributes:
        names: the phrases of its names, and how often each stands there.
        scopes: those of what was built.
        letters: the characters of the parts that hints tell of.
        pairs: the pairs in those parts.
        alone: the pairs in what was built, without the inside of a row's own names.
        edges: the pairs at the edges of such names in what was built.
        beside: the pairs in all texts, without the inside of a row's own names.
        over: the pairs at the edges of such names in any text.
        directory: the names of places and operators.
    """

    names: dict[str, int]
    scopes: dict[str, int]
    letters: dict[str, str]
    pairs: dict[str, str]
    alone: str
    edges: str
    beside: str
    over: str
    directory: Directory

    def packed(self) -> bytes:
        """To be remembered."""
        return json.dumps(self, ensure_ascii=False, separators=(",", ":")).encode()

    @staticmethod
    def unpacked(packed: bytes) -> "Outline":
        """What was remembered."""
        return Outline(*json.loads(packed))


def outline(columns: Columns, only: bool = False) -> Outline:
    """Look at a shard once. Of a part of the ``only`` one there is, only what hints tell of is needed."""
    scope = _neighbours(columns, "scope")
    documents, agreements = _neighbours(columns, "documents"), _neighbours(columns, "agreements")
    marks = documents.all | agreements.all
    codes = of_any(columns.column("credit_code"))
    hinted = Outline(
        names={},
        scopes={},
        letters={
            "marks": _packed(documents.letters | agreements.letters),
            "codes": _packed(codes.letters),
            "scope": _packed(scope.letters),
        },
        pairs={"marks": _packed(marks), "codes": _packed(codes.all), "scope": _packed(scope.all)},
        alone=_packed(scope.beside),
        edges=_packed(scope.over),
        beside="",
        over="",
        directory={},
    )
    if only:
        return hinted
    names = _neighbours(columns, "name")
    return hinted._replace(
        names=columns.texts("name").shapes.counted,
        scopes=columns.texts("scope").shapes.counted,
        beside=_packed(scope.beside | names.beside | marks),
        over=_packed(scope.over | names.over),
        directory=_directory(columns),
    )


def _neighbours(columns: Columns, field: str) -> Neighbours:
    taken = columns.texts(field)
    return neighbours(taken.shapes, [columns.owns[at] for at in taken.order])


def apart(packed: str) -> set[str]:
    """Pairs that stand in one text."""
    return {packed[at : at + 2] for at in range(0, len(packed), 2)}


def _packed(pairs: Iterable[str]) -> str:
    return "".join(sorted(pairs))


def _directory(columns: Columns) -> Directory:
    found: Directory = {}
    known = {""}
    for row in columns.rows:
        township, village = columns.named(row.place)
        here = found.setdefault(township, {}).setdefault(village, [])
        if row.operator and row.operator not in known:
            known.add(row.operator)
            here.append(row.operator)
    return found
