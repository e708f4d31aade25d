"""The rows of one shard, with the names that they are found by and their texts taken apart."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from sys import intern
from typing import Any

from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.fields import Fields
from generator.search.texts import Own, Shapes, serial, shapes

_NUMBERED = ("documents", "agreements")
"""Texts that are likely to repeat a row's year and the number of its id, and no names."""


class Homes:
    """The shards of a register, in one of which each row stands; it may stand once more in others."""

    def __init__(self, several: Iterable["Rows"]) -> None:
        self._spots = {row.id: (home, at) for home in several for at, row in enumerate(home.rows)}

    def spots(self, rows: Iterable[Row]) -> list["Spot"]:
        """Where these rows stand."""
        return [self._spots[row.id] for row in rows]


class Taken:
    """The texts of a field, taken apart in an ``order`` of the rows that puts alike ones together."""

    def __init__(self, order: Sequence[int], taken: Shapes) -> None:
        self.order = order
        self.shapes = taken

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Where the text of each row stands."""
        return {row: at for at, row in enumerate(self.order)}


class Rows:
    """Rows in the order of their places, the newest first."""

    def __init__(self, rows: Iterable[Row], reference: Reference, homes: Homes | None = None) -> None:
        """What ``homes`` have found out about these rows is taken from there."""
        self.rows = sorted(rows, key=lambda row: (row.place, -row.year, row.id))
        self.fields = Fields(self.rows)
        self._spots = homes.spots(self.rows) if homes else None
        self._homes = {home for home, _ in self._spots or ()}
        self._places = reference.places
        self._sources = {term.code: 1 << at for at, term in enumerate(reference.vocabularies["fund_sources"])}
        self._texts: dict[str, Taken] = {}
        self._names: dict[str, tuple[str, str]] = {}
        self._full: dict[str, str] = {}

    def spent(self) -> None:
        """Forget everything: what was to be made from this is made."""
        vars(self).clear()

    def column(self, field: str) -> Sequence[Any]:
        """One field of all rows; see :class:`Fields`."""
        if self._spots is None:
            return self.fields.column(field)
        columns = {home: home.column(field) for home in self._homes}
        return [columns[home][at] for home, at in self._spots]

    @cached_property
    def owns(self) -> list[Own]:
        """What each row's texts are likely to repeat."""
        if self._spots is None:
            return [self._own(row) for row in self.rows]
        owns = {home: home.owns for home in self._homes}
        return [owns[home][at] for home, at in self._spots]

    def texts(self, field: str) -> Taken:
        """The texts of ``name``, ``scope`` (what was built), ``documents`` or ``agreements``, taken apart."""
        if field not in self._texts:
            self._texts[field] = self._taken(field)
        return self._texts[field]

    def _taken(self, field: str) -> Taken:
        order = self._order(field)
        if self._spots is not None:
            spots = [self._spots[at] for at in order]
            taken = {home: home.texts(field) for home in self._homes}
            return Taken(
                order, Shapes.picked([(taken[home].shapes, taken[home].places[at]) for home, at in spots])
            )
        values, owns = self.column(field), self.owns
        if field in _NUMBERED:
            owns = [Own(year=own.year, serial=own.serial) for own in owns]
        return Taken(order, shapes([values[at] for at in order], [owns[at] for at in order]))

    def _order(self, field: str) -> Sequence[int]:
        if field == "scope":
            return self.by_kind
        return self.by_funds if field == "documents" else range(len(self.rows))

    @cached_property
    def by_kind(self) -> list[int]:
        """The rows by the ends of their names: rows whose names end alike have texts that are alike."""
        # As browsers compare texts, which is not by whole characters beyond U+FFFF.
        kinds = self.texts("name").shapes.by_line(
            lambda phrases: "".join(phrases[-1:])[::-1].encode("utf-16-be")
        )
        return sorted(range(len(kinds)), key=kinds.__getitem__)

    @cached_property
    def by_funds(self) -> list[int]:
        """The rows by the sources that pay for them: rows of the same ones name the same documents."""
        return self.by(self.masks("funds", self._sources))

    def by(self, values: Sequence[int]) -> list[int]:
        """The rows by a column's value: what goes with it is alike for neighbours then."""
        return sorted(range(len(values)), key=values.__getitem__)

    def masks(self, field: str, bits: Mapping[str, int]) -> list[int]:
        """For each row the bits of its words of one field."""
        sets = self.column(field)
        known = {each: sum(bits[code] for code in set(each.split())) for each in set(sets)}
        return [known[each] for each in sets]

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


Spot = tuple[Rows, int]
"""A shard, and the number of a row in it."""
