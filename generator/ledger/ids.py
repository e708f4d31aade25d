"""New project numbers by rule: the register's prefix, the project's year, the next free number."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.ledger.values import folded
from generator.records.summary import Row

_ID = re.compile(r"([A-Z]{2,8})-(20[0-9]{2})-([0-9]{4,6})")
_PREFIX = "XM"
_NO_YEAR = 2000


@dataclass(slots=True)
class Ids:
    """Gives a project its number: the one that it has in the register, else a new one.

    Attributes:
        prefix: what new numbers begin with.
        known: the numbers of the register's projects by name and year.
    """

    prefix: str = _PREFIX
    known: dict[tuple[str, int], str] = field(default_factory=dict)
    _last: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of_register(cls, rows: Iterable[Row], prefix: str | None = None) -> "Ids":
        """What the register's own numbers teach."""
        made = cls()
        prefixes: Counter[str] = Counter()
        for row in rows:
            made.known[folded(row.name), row.year] = row.id
            made.taken(row.id)
            if match := _ID.fullmatch(row.id):
                prefixes[match[1]] += 1
        common = min(prefixes, key=lambda each: (-prefixes[each], each), default=_PREFIX)
        made.prefix = prefix or common
        return made

    def taken(self, number: str) -> None:
        """Note that a number is in use."""
        if match := _ID.fullmatch(number):
            year = int(match[2])
            self._last[year] = max(self._last.get(year, 0), int(match[3]))

    def of(self, name: str, year: int | None) -> str:
        """The number of a project; a name and year that the register has keep theirs."""
        at = year if year and 2000 <= year <= 2099 else _NO_YEAR
        known = self.known.get((folded(name), at))
        if known:
            return known
        self._last[at] = self._last.get(at, 0) + 1
        number = f"{self.prefix}-{at}-{self._last[at]:04}"
        if name:
            self.known[folded(name), at] = number
        return number
