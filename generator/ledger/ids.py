"""New project numbers by rule: the register's prefix, the project's year, the next free number."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property

from generator.ledger.values import folded
from generator.records.summary import Row

_ID = re.compile(r"([A-Z]{2,8})-(20[0-9]{2})-([0-9]{4,6})")
_PREFIX = "XM"
_NO_YEAR = 2000


class Ids:
    """Gives a project its number: the one that it has in the register, else a new one.

    The register's rows are asked for only when the first number is needed.
    """

    def __init__(self, rows: Callable[[], Iterable[Row]] = tuple, prefix: str | None = None) -> None:
        """``prefix`` is what new numbers begin with; by default that of most of the register's."""
        self._rows = rows
        self._prefix = prefix

    def of(self, name: str, year: int | None) -> str:
        """The number of a project; a name and year that the register has keep theirs."""
        at = year if year and 2000 <= year <= 2099 else _NO_YEAR
        known = self._taught.known.get((folded(name), at))
        if known:
            return known
        number = self._taught.next(at)
        if name:
            self._taught.known[folded(name), at] = number
        return number

    def taken(self, number: str) -> None:
        """Note that a number is in use."""
        self._taught.taken(number)

    @cached_property
    def _taught(self) -> "_Taught":
        return _Taught(self._rows(), self._prefix)


class _Taught:
    """What the register's own numbers teach."""

    def __init__(self, rows: Iterable[Row], prefix: str | None) -> None:
        self.known: dict[tuple[str, int], str] = {}
        self._last: Counter[int] = Counter()
        prefixes: Counter[str] = Counter()
        for row in rows:
            self.known[folded(row.name), row.year] = row.id
            self.taken(row.id)
            if match := _ID.fullmatch(row.id):
                prefixes[match[1]] += 1
        self._prefix = prefix or min(prefixes, key=lambda each: (-prefixes[each], each), default=_PREFIX)

    def taken(self, number: str) -> None:
        """Note that a number is in use."""
        if match := _ID.fullmatch(number):
            year = int(match[2])
            self._last[year] = max(self._last[year], int(match[3]))

    def next(self, year: int) -> str:
        """The next free number of a year."""
        self._last[year] += 1
        return f"{self._prefix}-{year}-{self._last[year]:04}"
