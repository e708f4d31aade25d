"""Filling a line from an object, and telling the object as a whole: both in one walk over what it states."""

from collections.abc import Mapping, Sequence
from functools import cache, partial

from pydantic import BaseModel

from generator.exports.cells import Form, Octets
from generator.exports.column import Column
from generator.exports.line import Line
from generator.exports.member import Memo, member_of
from generator.pages.amounts import SMALL_GROUP
from generator.records.vocabulary import Vocabularies

_HOUSEHOLDS, _PERSONS = "households", "persons"
_NO_LISTS: Mapping[str, Octets] = {}
_CLASSES = 64
"""More than there are classes of objects in a record."""


_Step = tuple[str, Octets, int, Form | None, "Filling | None", bool]
"""What is done with one attribute: its name; what stands before its value in the record's JSON; its column;
how its values are written with their names; how an object is filled in; and whether there is a value only
where the record states one. A list that is a table of its own is neither written nor filled in.

An exact tuple, which Python takes apart in a third of the time of a named one.
"""

_Steps = tuple[list[_Step], list[_Step] | None]
"""The steps for one class of objects; and those for a small number of households, whom a number of persons
would tell, where an object counts both."""

_Place = tuple[int, Column]


class Filling:
    """Fills some columns, the first of which is ``at``, from objects of one model or of several alike.

    A wide table has columns of twelve mechanisms, of which an object has those of one: the steps are
    worked out once for every class of objects.
    """

    def __init__(self, columns: Sequence[Column], at: int, vocabularies: Vocabularies) -> None:
        self._places: Mapping[tuple[str, ...], _Place] = {
            column.attributes: (number, column) for number, column in enumerate(columns, at)
        }
        self._member = cache(partial(member_of, vocabularies))
        self._path: tuple[str, ...] = ()
        self._begun = "{"
        self._of_class = Memo(self._steps_of, _CLASSES)

    def fill(self, value: BaseModel, line: Line, lists: Mapping[str, Octets] = _NO_LISTS) -> Octets:
        """Put everything that the object states into the line; the whole object as JSON.

        ``lists`` has the JSON of those of its lists that are tables of their own. Of small numbers of
        households neither the line nor the JSON tells.
        """
        stated = value.__dict__
        steps, few = self._of_class[type(value)]
        if few and 0 < (stated[_HOUSEHOLDS] or 0) <= SMALL_GROUP:
            steps = few
        csv, json, xml = line
        members = []
        for attribute, key, at, member, below, sure in steps:
            part = stated[attribute]
            if part is None:
                continue
            if member:
                csv[at], json[at], xml[at], told = member(part)
            else:
                told = below.fill(part, line) if below else key + lists[attribute]
            if sure or attribute in value.__pydantic_fields_set__:
                members.append(told)
        return f"{self._begun}{','.join(members)}}}"

    def _steps_of(self, kind: type[BaseModel]) -> _Steps:
        every = [
            self._step(name, info.alias or name, info.is_required() or info.default is None)
            for name, info in kind.model_fields.items()
        ]
        few = [step for step in every if step[0] != _PERSONS]
        counts_both = {_HOUSEHOLDS, _PERSONS} <= kind.model_fields.keys()
        return every, few if counts_both else None

    def _step(self, attribute: str, key: str, sure: bool) -> _Step:
        path, before = (*self._path, attribute), f'"{key}":'
        if path in self._places:
            at, column = self._places[path]
            return attribute, "", at, self._member(column, key), None, sure
        within = any(each[: len(path)] == path for each in self._places)
        below = self._below(path, before) if within else None
        return attribute, before, 0, None, below, sure

    def _below(self, path: tuple[str, ...], before: Octets) -> "Filling":
        """How an object in this one is filled in."""
        found = Filling.__new__(Filling)
        found._places, found._member = self._places, self._member
        found._path, found._begun = path, before + "{"
        found._of_class = Memo(found._steps_of, _CLASSES)
        return found
