"""A whole record as one line of JSON, as programs read it and as a prefecture gathers it."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.exports.cells import SMALL
from generator.pages.amounts import SMALL_GROUP
from generator.records.model import labels
from generator.records.project import Project

_HOUSEHOLDS = "households"
_PERSONS = "persons"


def whole(project: Project) -> str:
    """The record with the keys of its YAML; small numbers of households are not told."""
    return json.dumps(_object(project), ensure_ascii=False, separators=(",", ":"))


def _object(model: BaseModel) -> dict[str, Any]:
    stated = model.model_fields_set
    found = {}
    for name, key, private in _fields(type(model)):
        if name not in stated:
            continue
        value = getattr(model, name)
        if value is not None:
            found[key] = _households(value) if private else _value(value)
    if found.get(_HOUSEHOLDS) == SMALL:
        found.pop(_PERSONS, None)
    return found


def _value(value: Any) -> Any:
    form: Callable[[Any], Any] = _FORMS.get(type(value), _object)
    return form(value)


def _households(value: int) -> int | str:
    return SMALL if 0 < value <= SMALL_GROUP else value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_FORMS: dict[type, Callable[[Any], Any]] = {
    str: str,
    int: int,
    bool: bool,
    Decimal: _number,
    date: lambda day: day.isoformat(),
    tuple: lambda values: [_value(each) for each in values],
}


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, bool], ...]:
    """Name, key, and whether it counts households, for every field of a model."""
    told = labels(model)
    found = []
    for name, info in model.model_fields.items():
        key = info.alias or name
        found.append((name, key, told[key].unit == "户"))
    return tuple(found)


def restored(value: Any, key: str = "") -> Any:
    """A gathered record as its YAML would have it: all single values as text.

    Of a small group it is known that it has one to three households. It counts as the most where it is a
    whole (``households``) and as the least where it is a part, so that parts never exceed their whole.
    """
    if isinstance(value, dict):
        return {name: restored(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [restored(each, key) for each in value]
    if value == SMALL:
        return str(SMALL_GROUP) if key == _HOUSEHOLDS else "1"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)
