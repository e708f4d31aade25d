"""Every name of a place or an operator with the shards where rows are found by it: no other is fetched.

Rows are found by their own place and operator in the shards where they stand. Rows whose texts hold
somebody else's name stand once more, together with others of that name (``told``); so do all rows of a name
that would have to be fetched from very many shards.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

from generator.records.summary import Row
from generator.search.hints import fold
from generator.search.mentions import Mentions
from generator.search.naming import Naming, listed, short
from generator.search.norm import norm
from generator.search.planes import planes
from generator.search.rows import Rows
from generator.search.shards import SIZE

MANY = 5
"""From more shards rows are not fetched where they stand: all rows of such a name stand together."""

FILES = 97
"""The names are spread over so many files, of which a browser fetches one."""


_Groups = dict[str, dict[str, Row]]


class Where(NamedTuple):
    """The shards where rows are found by a name.

    Attributes:
        named: those with rows of that place or operator, other than of operators that stand together. Where
            there are none, all rows of the name stand in ``together``.
        together: those where operators of several shards stand together, and where texts do.
        rest: those that have rows of these, too.
    """

    named: tuple[int, ...]
    together: tuple[int, ...]
    rest: tuple[int, ...]


class Entries:
    """The names of a register's shards.

    Attributes:
        told: shards of the rows whose texts mention somebody. Their numbers follow those of ``wide``.
    """

    def __init__(self, several: Sequence[Rows], wide: Sequence[Rows]) -> None:
        """``several`` are the shards, ``wide`` those where operators of several stand together."""
        owns = {name for columns in several for name in columns.own_names()}
        places = {name for columns in several for name in columns.levels()}
        whole = owns | places
        self._names = listed([*whole, *map(short, places)])
        self._naming = Naming(self._names)
        self._named: dict[str, set[int]] = defaultdict(set)
        self._together: dict[str, set[int]] = defaultdict(set)
        self._rest: dict[str, set[int]] = defaultdict(set)
        apart = {name for columns in wide for name in columns.operators()}
        for number, columns in enumerate(several):
            for name in columns.own_names():
                self._add(self._rest if name in apart else self._named, name, number)
        for number, columns in enumerate(wide, len(several)):
            for name in columns.operators():
                self._add(self._together, name, number)
        groups = self._mentioned(several, Mentions(self._naming, map(norm, whole)))
        self._scattered(several, groups)
        self.told = self._pack(groups, len(several) + len(wide))

    def _add(self, into: dict[str, set[int]], name: str, number: int) -> None:
        for each in self._naming.within(name):
            into[each].add(number)

    def _mentioned(self, several: Sequence[Rows], mentions: Mentions) -> _Groups:
        """The rows that mention a name."""
        groups: _Groups = {}
        for number, columns in enumerate(several):
            for row, names in mentions.of(columns):
                for name in names:
                    groups.setdefault(name, {})[row.id] = row
                    self._rest[name].add(number)
        return groups

    def _scattered(self, several: Sequence[Rows], groups: _Groups) -> None:
        """Add to the groups all rows of names that rows of very many shards have, where that are few rows."""
        scattered = {
            name
            for name in self._names
            if len(self._named.get(name, ())) + len(self._together.get(name, ())) > MANY
        }
        found: _Groups = {name: {} for name in scattered}
        rows_of = (zip(columns.rows, columns.owns, strict=True) for columns in several)
        for row, own in chain.from_iterable(rows_of):
            for name in scattered & (self._naming.within(own.place) | self._naming.within(own.operator)):
                found[name][row.id] = row
        for name, rows in found.items():
            if len(rows.keys() | groups.get(name, {}).keys()) <= SIZE:
                groups.setdefault(name, {}).update(rows)
                self._rest[name] |= self._named[name]
                self._named[name], self._together[name] = set(), set()

    def _pack(self, groups: _Groups, first: int) -> list[list[Row]]:
        """Put the rows of each name together. A name that very many mention has no entry."""
        shards: list[dict[str, Row]] = [{}]
        for name, rows in sorted(groups.items()):
            if len(rows) > SIZE:
                self._names.remove(name)
                continue
            if len(shards[-1]) + sum(id not in shards[-1] for id in rows) > SIZE:
                shards.append({})
            shards[-1].update(rows)
            self._together[name].add(first + len(shards) - 1)
        return [list(rows.values()) for rows in shards if rows]

    def where(self, name: str) -> Where:
        """The shards for a name that has an entry."""
        named, together, rest = (
            found.get(name, set()) for found in (self._named, self._together, self._rest)
        )
        return Where(*map(tuple, map(sorted, (named, together, rest - named))))

    def files(self) -> list[dict[str, Any]]:
        """The contents of the files: names, one a line, and in ``i`` planes of the number of each set."""
        files: list[dict[str, Where]] = [{} for _ in range(FILES)]
        for name in sorted(self._names):
            files[fold(name, FILES)][name] = self.where(name)
        return [_file(each) for each in files]


def _file(entries: dict[str, Where]) -> dict[str, Any]:
    sets = {each: at for at, each in enumerate(sorted(set(entries.values())))}
    return {
        "names": "\n".join(entries),
        "i": planes([sets[each] for each in entries.values()]),
        "sets": list(sets),
    }
