"""Filling a row from an object: only what the object states, each value in the place of its column."""

from collections.abc import Sequence
from itertools import groupby

from pydantic import BaseModel

from generator.exports.cells import EMPTY, Form, form_of
from generator.exports.column import Column
from generator.pages.amounts import SMALL_GROUP
from generator.records.vocabulary import Vocabularies

_HOUSEHOLDS, _PERSONS = "households", "persons"


_Step = tuple[str, int, Form | None, "Filling | None"]
"""An attribute, its first column, and the form of its values or how the object in it is filled in."""


class Filling:
    """Fills some columns, which begin at ``at``, from objects of one model or of several that are alike.

    A wide table has columns of twelve mechanisms, of which an object has those of one: the steps are
    worked out once for every class of objects.
    """

    def __init__(
        self, columns: Sequence[Column], at: int, vocabularies: Vocabularies, depth: int = 0
    ) -> None:
        self._steps: list[_Step] = []
        for attribute, group in groupby(columns, key=lambda column: column.attributes[depth]):
            within = list(group)
            if len(within[0].attributes) == depth + 1:
                self._steps.append((attribute, at, form_of(within[0], vocabularies), None))
            else:
                self._steps.append((attribute, at, None, Filling(within, at, vocabularies, depth + 1)))
            at += len(within)
        self._of_class: dict[type[BaseModel], tuple[list[_Step], bool]] = {}

    def fill(
        self, value: BaseModel, names: list[bytes], csv: list[bytes], json: list[bytes], xml: list[bytes]
    ) -> None:
        """Put everything that the object states into a line (``generator.exports.line``)."""
        kind = type(value)
        known = self._of_class.get(kind)
        if known is None:
            known = self._of_class[kind] = self._steps_of(kind)
        steps, counts_persons = known
        stated = value.__dict__
        few = counts_persons and 0 < (stated[_HOUSEHOLDS] or 0) <= SMALL_GROUP
        for attribute, at, form, below in steps:
            part = stated[attribute]
            if part is None or (few and attribute == _PERSONS):
                continue
            if form:
                cell = form(part)
                if cell is not EMPTY:
                    csv[at], coded, xml[at] = cell
                    json.append(names[at] + coded)
            elif below:
                below.fill(part, names, csv, json, xml)

    def _steps_of(self, kind: type[BaseModel]) -> tuple[list[_Step], bool]:
        """The steps for a class; and whether it counts persons, who would tell of few households."""
        steps = [step for step in self._steps if step[0] in kind.model_fields]
        return steps, {_HOUSEHOLDS, _PERSONS} <= {step[0] for step in steps}
