"""The rows of one shard, with the names that they are found by and their texts taken apart."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from sys import intern
from typing import Any

from generator.records.places import Places
from generator.records.summary import Row
from generator.search.fields import Fields
from generator.search.texts import Own, Shapes, serial, shapes


class Rows:
    """Rows in the order of their places, the newest first."""

    def __init__(self, rows: Iterable[Row], places: Places) -> None:
        self.rows = sorted(rows, key=lambda row: (row.place, -row.year, row.id))
        self.fields = Fields(self.rows)
        self._places = places
        self._names: dict[str, tuple[str, str]] = {}
        self._full: dict[str, str] = {}

    def spent(self) -> None:
        """Forget everything: what was to be made from this is made."""
        vars(self).clear()

    def column(self, field: str) -> Sequence[Any]:
        """One field of all rows; see :class:`Fields`."""
        return self.fields.column(field)

    @cached_property
    def owns(self) -> list[Own]:
        """What each row's texts are likely to repeat."""
        return [self._own(row) for row in self.rows]

    @cached_property
    def names(self) -> Shapes:
        """The names, taken apart."""
        return shapes(self.column("name"), self.owns)

    @cached_property
    def scopes(self) -> Shapes:
        """What was built, taken apart; rows of one kind stand together."""
        found = self.column("scope")
        return shapes([found[at] for at in self.by_kind], [self.owns[at] for at in self.by_kind])

    @cached_property
    def by_kind(self) -> list[int]:
        """The rows by the ends of their names: rows whose names end alike have texts that are alike."""
        lasts = self.names.lasts()
        # As browsers compare texts, which is not by whole characters beyond U+FFFF.
        kinds = {last: last[::-1].encode("utf-16-be") for last in set(lasts)}
        return sorted(range(len(lasts)), key=lambda at: kinds[lasts[at]])

    def phrases(self) -> Iterator[tuple[int, list[str]]]:
        """The phrases of all names, then of what was built, each time with the row's number."""
        yield from enumerate(self.names.by_text())
        yield from zip(self.by_kind, self.scopes.by_text(), strict=True)

    def distinct_phrases(self) -> set[str]:
        """All phrases of names and of what was built."""
        return {*self.names.numbers, *self.scopes.numbers}

    def operators(self) -> list[str]:
        """The names of the operators, in order."""
        return sorted(set(filter(None, self.column("operator"))))

    def own_names(self) -> set[str]:
        """The names that rows are found by: places in full, and operators."""
        places = {township + village for township, village in map(self.named, set(self.column("place")))}
        return (places | set(self.operators())) - {""}

    def levels(self) -> set[str]:
        """The names of townships and villages."""
        return {name for code in set(self.column("place")) for name in self.named(code)} - {""}

    def _own(self, row: Row) -> Own:
        township, village = self.named(row.place)
        place = self._full.setdefault(row.place, township + village)
        return Own(place, township, row.operator or "", intern(str(row.year)), serial(row.id), village)

    def named(self, code: str) -> tuple[str, str]:
        """The names of the township and the village; empty for a level that the place is above."""
        if code not in self._names:
            line = self._places.line(code) if code in self._places else ()
            named = {place.level: place.name for place in line}
            self._names[code] = named.get("township", ""), named.get("village", "")
        return self._names[code]
