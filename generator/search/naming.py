"""Names of places and operators, and which of them stand inside a text, all as ``norm`` makes them."""

import re
from collections.abc import Iterable
from operator import add

from generator.search.norm import norm

WRITTEN = "[\u3400-\u9fff]"
"""A Chinese character, as nearly all names have them; ``assets/query.js`` knows it as well."""

_LISTED = re.compile(f"{WRITTEN}{{2,}}")
"""Names of anything else could stand in ids and codes, or go over what phrases are cut at."""

_LEVEL = re.compile("(?:村|镇|乡|街道|社区)$")


def listed(names: Iterable[str]) -> set[str]:
    """Those of the names, as they are searched, that are written with Chinese characters alone."""
    return {name for name in map(norm, names) if _LISTED.fullmatch(name)}


def short(place: str) -> str:
    """A place as people call it, without the word for its level."""
    return _LEVEL.sub("", place)


class Naming:
    """Finds names inside texts.

    Attributes:
        pairs: all neighbours within the names.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self.pairs = {pair for name in self._names for pair in map(add, name, name[1:])}
        lengths: dict[str, set[int]] = {}
        for name in self._names:
            lengths.setdefault(name[:2], set()).add(len(name))
        self._lengths = {pair: sorted(found) for pair, found in lengths.items()}
        self._known: dict[str, frozenset[str]] = {}

    def inside(self, text: str) -> frozenset[str]:
        """All names that stand in a text."""
        lengths = self._lengths
        return frozenset(
            [
                text[at : at + many]
                for at, pair in enumerate(map(add, text, text[1:]))
                if pair in lengths
                for many in lengths[pair]
                if text[at : at + many] in self._names
            ]
        )

    def within(self, name: str) -> frozenset[str]:
        """All names that stand in a name, as it is written; remembered."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self.inside(norm(name))
        return found
