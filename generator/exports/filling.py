"""Objects of many records told as columns, and each as a whole: both in one walk over what they state."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from operator import attrgetter
from typing import Any

from generator.exports.cells import Form, Octets
from generator.exports.column import Column
from generator.exports.line import Strand, strand
from generator.exports.member import member_of
from generator.pages.amounts import SMALL_GROUP
from generator.reading.keys import shapes
from generator.records.model import Model, fields_of, unchecked
from generator.records.vocabulary import Vocabularies

Strands = dict[int, Strand]
"""Columns by their place in the table."""

Lists = Mapping[str, Sequence[Octets]]
"""For lists that are tables of their own, by attribute: the JSON of the list that each object has."""

NO_LISTS: Lists = {}

_HOUSEHOLDS, _PERSONS = "households", "persons"

_Step = tuple[str, Callable[[Any], Any], Octets, int, Form | None, "Walk | None", Any]
"""What is done with one attribute: its name; who takes it from an object; what stands before its value in the
record's JSON; its column; how its values are written with their names; how an object is told; and the value
that is there where the record states none. A list that is a table of its own is told by who has its rows."""

_SAID = object()
"""No value is this one: whatever is there is told, or tells itself that it is nothing."""


class Filling:
    """Fills some columns, the first of which is ``at``, from objects of one model or of several alike.

    A wide table has columns of twelve mechanisms, of which an object has those of one: what is to be done is
    worked out once for every class of objects.

    Attributes:
        columns: the columns with their places in the table, by the attributes that lead to the value.
        member: how a column's values are written, told with a key of their own.
    """

    def __init__(self, columns: Sequence[Column], at: int, vocabularies: Vocabularies) -> None:
        self.columns = {column.attributes: (number, column) for number, column in enumerate(columns, at)}
        self.member = cache(partial(member_of, vocabularies))
        self._walk = cache(partial(Walk, self))

    def fill(
        self, kind: type[Model], several: Sequence[Model], lists: Lists = NO_LISTS
    ) -> tuple[Strands, list[Octets]]:
        """The columns of some objects of one class, of which there must be some; and each object as JSON.

        Of small numbers of households neither tells.
        """
        strands: Strands = {}
        return strands, self._walk(kind).tell(several, strands, lists)


class Walk:
    """The way through objects of one class, which stand at a ``path`` in those whose columns are filled."""

    def __init__(
        self, filling: Filling, kind: type[Model], path: tuple[str, ...] = (), key: str = ""
    ) -> None:
        self._filling = filling
        self._path = path
        self._begun = f',"{key}":{{' if path else "{"
        self._nobody = unchecked(kind, **dict.fromkeys(fields_of(kind)))
        self._counts_both = {_HOUSEHOLDS, _PERSONS} <= fields_of(kind).keys()
        self._steps = [self._step(kind, name) for name in fields_of(kind)]

    def _step(self, kind: type[Model], attribute: str) -> _Step:
        info, columns, path = fields_of(kind)[attribute], self._filling.columns, (*self._path, attribute)
        key = info.alias or attribute
        unsaid = _SAID if info.is_required() or info.default is None else info.default
        get = attrgetter(attribute)
        if path in columns:
            at, column = columns[path]
            return attribute, get, "", at, self._filling.member(column, key), None, unsaid
        model = shapes(kind)[key].model
        below = Walk(self._filling, model, path, key) if model else None
        return attribute, get, f',"{key}":', 0, None, below, unsaid

    def tell(
        self, several: Sequence[Model | None], strands: Strands, lists: Lists = NO_LISTS
    ) -> list[Octets]:
        """Put the columns of some objects into ``strands``; each object as JSON.

        An object that stands in another is told after a comma and its key; where there is none (None),
        nothing is.
        """
        objects = [self._nobody if each is None else each for each in several]
        members = []
        for attribute, get, key, at, member, below, unsaid in self._steps:
            parts = list(map(get, objects))
            told: Sequence[Octets]
            if member:
                if self._counts_both and attribute == _PERSONS:
                    parts = _countable(parts, objects)
                _, _, _, told = strands[at] = strand(map(member, parts))
            elif below:
                told = below.tell(parts, strands)
            else:
                told = [key + each for each in lists[attribute]]
            if unsaid is not _SAID:
                # An amount that is stated is another object, even where it is as much. An empty list is the
                # same in both cases: it is not told, and says no more than none.
                told = ["" if part is unsaid else each for each, part in zip(told, parts, strict=True)]
            members.append(told)
        begun, whole = self._begun, map("".join, zip(*members, strict=True))
        return [
            "" if one is None else f"{begun}{each[1:]}}}" for one, each in zip(several, whole, strict=True)
        ]


def _countable(persons: list[Any], objects: Sequence[Any]) -> list[Any]:
    """The numbers of persons, without those that would tell of a small number of households."""
    return [
        None if 0 < (each.households or 0) <= SMALL_GROUP else many
        for many, each in zip(persons, objects, strict=True)
    ]
