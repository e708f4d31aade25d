"""Every name of a place or an operator with the shards where rows are found by it, so that no other is fetched.

Rows are found by their own place and operator in the shards where they stand. Rows whose texts hold
somebody else's name stand once more, together with others of that name (``told``).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.records.summary import Row
from generator.search.columns import Columns
from generator.search.hints import fold
from generator.search.mentions import Mentions
from generator.search.naming import Naming, listed, short
from generator.search.norm import norm
from generator.search.planes import planes
from generator.search.shards import SIZE

FILES = 97
"""The names are spread over so many files, of which a browser fetches one."""


class Where(NamedTuple):
    """The shards where rows are found by a name.

    Attributes:
        named: those with rows of that place or operator, other than of operators that stand together.
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

    def __init__(self, several: Sequence[Columns], wide: Sequence[Columns]) -> None:
        """``several`` are the shards, ``wide`` those where operators of several stand together."""
        owns = {name for columns in several for name in columns.own_names()}
        places = {name for columns in several for row in columns.rows for name in columns.named(row.place)}
        whole = owns | places - {""}
        names = listed([*whole, *map(short, places)])
        self._naming = Naming(names)
        self._named: dict[str, set[int]] = {name: set() for name in names}
        self._together: dict[str, set[int]] = {name: set() for name in names}
        self._rest: dict[str, set[int]] = {name: set() for name in names}
        apart = {row.operator for columns in wide for row in columns.rows if row.operator}
        for number, columns in enumerate(several):
            for name in columns.own_names():
                self._add(self._rest if name in apart else self._named, name, number)
        for number, columns in enumerate(wide, len(several)):
            for name in {row.operator for row in columns.rows if row.operator}:
                self._add(self._together, name, number)
        self.told = self._tell(several, len(several) + len(wide), Mentions(self._naming, map(norm, whole)))

    def _add(self, into: dict[str, set[int]], name: str, number: int) -> None:
        for each in self._naming.within(name):
            into[each].add(number)

    def _tell(self, several: Sequence[Columns], first: int, mentions: Mentions) -> list[list[Row]]:
        """Put rows that mention a name together. A name that very many mention has no entry."""
        groups: dict[str, dict[str, Row]] = {}
        for number, columns in enumerate(several):
            for row, names in mentions.of(columns):
                for name in names:
                    groups.setdefault(name, {})[row.id] = row
                    self._rest[name].add(number)
        shards: list[dict[str, Row]] = [{}]
        for name, rows in sorted(groups.items()):
            if len(rows) > SIZE:
                del self._named[name]
                continue
            if len(shards[-1]) + len(rows.keys() - shards[-1].keys()) > SIZE:
                shards.append({})
            shards[-1].update(rows)
            self._together[name].add(first + len(shards) - 1)
        return [list(rows.values()) for rows in shards if rows]

    def where(self, name: str) -> Where:
        """The shards for a name that has an entry."""
        named = self._named[name]
        return Where(*map(tuple, map(sorted, (named, self._together[name], self._rest[name] - named))))

    def files(self) -> list[dict[str, Any]]:
        """The contents of the files: names, one a line; ``i`` planes of the set of each; ``sets``, see :class:`Where`."""
        files: list[dict[str, Where]] = [{} for _ in range(FILES)]
        for name in sorted(self._named):
            files[fold(name, FILES)][name] = self.where(name)
        return [_file(each) for each in files]


def _file(entries: dict[str, Where]) -> dict[str, Any]:
    sets = {each: at for at, each in enumerate(sorted(set(entries.values())))}
    return {
        "names": "\n".join(entries),
        "i": planes([sets[each] for each in entries.values()]),
        "sets": list(sets),
    }
