"""Which characters stand side by side in a shard's texts, told from the texts as they were taken apart.

Most of what texts say is alike but for names and numbers, so what is alike is looked at once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import add, itemgetter
from typing import Any, NamedTuple

from generator.search.norm import joining, norm
from generator.search.texts import BETWEEN, MARKS, NUMBER, SERIAL, YEAR, Own, Shapes

_DIGITS = re.compile("[0-9]+")
_NAMES = {mark: Own._fields.index(name) for mark, name in MARKS.items()}
"""The marks of a row's own names, and where each name stands in an :class:`Own`."""
_NAMED = re.compile(f"[{''.join(_NAMES)}]")
_FIGURES = str.maketrans(dict.fromkeys((NUMBER, YEAR, SERIAL), "0"))
_APART = str.maketrans(dict.fromkeys((*_NAMES, BETWEEN), "\n"))


class Neighbours(NamedTuple):
    """Pairs of neighbours in texts, as they are searched; every digit counts as ``0``.

    Attributes:
        letters: all characters of the texts.
        inside: the pairs in those names of rows that stand in their own texts.
        beside: all other pairs.
        over: those of them that are at the edges of such names.
    """

    letters: set[str]
    inside: set[str]
    beside: set[str]
    over: set[str]

    @property
    def all(self) -> set[str]:
        """All pairs."""
        return self.inside | self.beside


def neighbours(taken: Shapes, owns: Sequence[Own]) -> Neighbours:
    """The neighbours in texts, beside what the rows of the texts are."""
    text = norm("\n".join(taken.phrases).translate(_FIGURES))
    lines = text.split("\n") if taken.phrases else []
    met: dict[str, set[Any]] = defaultdict(set)
    edges = {
        line: [(met[edge].add, itemgetter(*_fields(edge))) for edge in _edges(normal)]
        for line, normal in zip(taken.phrases, lines, strict=True)
    }
    for line, own in zip(taken.lines, owns, strict=True):
        for add_name, names_of in edges[line]:
            add_name(names_of(own))
    at_edges = {_put(edge, names) for edge, found in met.items() for names in found}
    bare = _whole(text.translate(_APART))
    inside = _whole("\n".join({_named(name) for mark in _NAMES for name in met[mark]}))
    over = _whole("\n".join(at_edges | _odd(taken, owns)))
    return Neighbours(
        {*bare, *inside, *over} - {"\n"}, _pairs(inside), _pairs(bare) | _pairs(over), _pairs(over)
    )


def of_any(texts: Iterable[str]) -> Neighbours:
    """The neighbours in texts that repeat nothing of their rows."""
    whole = _whole(norm("\n".join(set(texts))))
    return Neighbours(set(whole) - {"\n"}, set(), _pairs(whole), set())


def _edges(line: str) -> set[str]:
    """The marks of names in a line; each with its neighbour on either side, which may be a mark, too."""
    found = set()
    for mark in _NAMED.finditer(line):
        at = mark.start()
        found |= {line[at], line[at : at + 2], line[max(at - 1, 0) : at + 1]}
    return found


def _fields(edge: str) -> list[int]:
    return [_NAMES[mark] for mark in edge if mark in _NAMES]


def _put(edge: str, names: str | tuple[str, ...]) -> str:
    """An edge with the first and the last character of each name instead of its mark."""
    put = iter([names] if isinstance(names, str) else names)
    return "".join([_ends(next(put)) if one in _NAMES else one for one in edge])


_named = lru_cache(maxsize=8192)(norm)


def _ends(name: str) -> str:
    normal = _named(name)
    return f"{normal[:1]}\n{normal[-1:]}"


def _odd(taken: Shapes, owns: Sequence[Own]) -> set[str]:
    """Texts in whole where a character may join with one that is beyond the edge of a name."""
    lines = {line for line in taken.phrases if joining(line)} if joining("".join(taken.phrases)) else ()
    rows = zip(taken.lines, owns, strict=True) if lines else ()
    return {norm(own.restore(line).translate(_FIGURES)) for line, own in rows if line in lines}


def _whole(text: str) -> str:
    """All pairs of neighbours in lines, with ``0`` for every number, in as short a text as is easily made."""
    pieces = sorted(set(_DIGITS.split(f"\n{text}\n")))
    return "0" + "0\n0".join(pieces) + "0\n00"


def _pairs(whole: str) -> set[str]:
    return {pair for pair in set(map(add, whole, whole[1:])) if "\n" not in pair}
