"""Filling a line from an object, and telling the object as a whole: both in one walk over what it states."""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from pydantic import BaseModel

from generator.exports.cells import Form
from generator.exports.column import Column
from generator.exports.line import Line
from generator.exports.member import member_of
from generator.pages.amounts import SMALL_GROUP
from generator.records.vocabulary import Vocabularies

_HOUSEHOLDS, _PERSONS = "households", "persons"
_NO_LISTS: Mapping[str, bytes] = {}


class _Step(NamedTuple):
    """What is done with one attribute.

    Attributes:
        key: what stands before its value in the record's JSON, where ``member`` is None.
        at: its column.
        member: how its values are written with their names; None for an object, which ``below`` fills in,
            and for a list that is a table of its own.
        sure: whether there is a value only where the record states one.
    """

    attribute: str
    key: bytes
    at: int
    member: Form | None
    below: "Filling | None"
    sure: bool


class _Steps(NamedTuple):
    """The steps for one class of objects.

    Attributes:
        few: those for a small number of households, whom a number of persons would tell; None where
            an object does not count both.
    """

    every: list[_Step]
    few: list[_Step] | None


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
        self._of_class: dict[type[BaseModel], _Steps] = {}

    def fill(self, value: BaseModel, line: Line, lists: Mapping[str, bytes] = _NO_LISTS) -> bytes:
        """Put everything that the object states into the line; the whole object as JSON.

        ``lists`` has the JSON of those of its lists that are tables of their own. Of small numbers of
        households neither the line nor the JSON tells.
        """
        kind, stated = type(value), value.__dict__
        steps, few = self._of_class.get(kind) or self._steps_of(kind)
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
                told = key + (below.fill(part, line) if below else lists[attribute])
            if sure or attribute in value.model_fields_set:
                members.append(told)
        return b"{" + b",".join(members) + b"}"

    def _steps_of(self, kind: type[BaseModel]) -> _Steps:
        every = [
            self._step(name, info.alias or name, info.is_required() or info.default is None)
            for name, info in kind.model_fields.items()
        ]
        few = [step for step in every if step.attribute != _PERSONS]
        counts_both = {_HOUSEHOLDS, _PERSONS} <= kind.model_fields.keys()
        found = self._of_class[kind] = _Steps(every, few if counts_both else None)
        return found

    def _step(self, attribute: str, key: str, sure: bool) -> _Step:
        path, before = (*self._path, attribute), f'"{key}":'.encode()
        if path in self._places:
            at, column = self._places[path]
            return _Step(attribute, b"", at, self._member(column, key), None, sure)
        within = any(each[: len(path)] == path for each in self._places)
        return _Step(attribute, before, 0, None, self._below(path) if within else None, sure)

    def _below(self, path: tuple[str, ...]) -> "Filling":
        """How an object in this one is filled in."""
        found = Filling.__new__(Filling)
        found._places, found._member, found._path, found._of_class = self._places, self._member, path, {}
        return found
