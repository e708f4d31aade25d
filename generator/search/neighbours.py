"""Which characters stand side by side in a shard's texts, told from the texts as they were taken apart.

Most of what texts say is alike but for names and numbers, so what is alike is looked at once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
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
    phrases = list(taken.distinct)
    normal = norm("\n".join(phrases).translate(_FIGURES)).split("\n") if phrases else []
    of_phrase = dict(zip(phrases, normal, strict=True))
    seams, named = set[str](), {}
    for line, cut in taken.phrases.items():
        pieces = list(filter(None, map(of_phrase.__getitem__, cut)))
        between = {one[-1] + other[0] for one, other in pairwise(pieces)}
        seams |= between
        if _NAMED.search(line):
            named[line] = [*pieces, *between]
    met = _met(named, taken, owns)
    at_edges = {_put(edge, names) for edge, found in met.items() for names in found}
    bare = _whole("\n".join([*normal, *seams]).translate(_APART))
    inside = _whole("\n".join({_normal(name) for mark in _NAMES for name in met.get(mark, ())}))
    over = _whole("\n".join(at_edges | _odd(taken, owns)))
    edges = _pairs(over)
    return Neighbours({*bare, *inside, *over} - {"\n"}, _pairs(inside), _pairs(bare) | edges, edges)


def _met(named: Mapping[str, Iterable[str]], taken: Shapes, owns: Sequence[Own]) -> dict[str, set[Any]]:
    """For every edge of a name the names that are met there; ``named`` are lines with marks, in pieces."""
    known = cache(_edges)
    edges = {line: set().union(*map(known, pieces)) for line, pieces in named.items()}
    told: dict[str, list[tuple[Any, Any]]] = {}
    heard: list[tuple[list[str], set[Any]]] = []
    for line, found in edges.items():
        by_fields: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for edge in found:
            by_fields[_fields(edge)].append(edge)
        names: list[set[Any]] = [set() for _ in by_fields]
        told[line] = [(each.add, itemgetter(*fields)) for each, fields in zip(names, by_fields, strict=True)]
        heard += zip(by_fields.values(), names, strict=True)
    for line, own in zip(taken.lines, owns, strict=True) if told else ():
        for add_name, names_of in told.get(line, ()):
            add_name(names_of(own))
    met: dict[str, set[Any]] = defaultdict(set)
    for each, names_there in heard:
        for edge in each:
            met[edge] |= names_there
    return met


def of_any(texts: Iterable[str]) -> Neighbours:
    """The neighbours in texts that repeat nothing of their rows."""
    whole = _whole(norm("\n".join(set(texts))))
    return Neighbours(set(whole) - {"\n"}, set(), _pairs(whole), set())


def _edges(text: str) -> set[str]:
    """The marks of names in a text; each with its neighbour on either side, which may be a mark, too."""
    found = set()
    for mark in _NAMED.finditer(text):
        at = mark.start()
        found |= {text[at], text[at : at + 2], text[max(at - 1, 0) : at + 1]}
    return found


def _fields(edge: str) -> tuple[int, ...]:
    return tuple([_NAMES[mark] for mark in edge if mark in _NAMES])


def _put(edge: str, names: str | tuple[str, ...]) -> str:
    """An edge with the first and the last character of each name instead of its mark."""
    put = iter([names] if isinstance(names, str) else names)
    return "".join([_ends(next(put)) if one in _NAMES else one for one in edge])


_normal = lru_cache(maxsize=8192)(norm)


def _ends(name: str) -> str:
    normal = _normal(name)
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
