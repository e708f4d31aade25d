"""A whole record as one line of JSON, as programs read it and as a prefecture gathers it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel

from generator.exports.cells import SMALL, day, households, number, text
from generator.pages.amounts import SMALL_GROUP
from generator.records.model import labels
from generator.records.project import Project

_HOUSEHOLDS = "households"
_PERSONS = "persons"


def whole(project: Project) -> bytes:
    """The record with the keys of its YAML; small numbers of households are not told."""
    return _object(project)


def _object(model: BaseModel) -> bytes:
    stated, values = model.model_fields_set, model.__dict__
    fields, counts_persons = _fields(type(model))
    few = counts_persons and 0 < (values[_HOUSEHOLDS] or 0) <= SMALL_GROUP
    found = []
    for name, key, private in fields:
        if name in stated:
            value = values[name]
            kind = type(value)
            if kind is str:
                found.append(key + text(value)[1])
            elif value is None or (few and name == _PERSONS):
                continue
            elif private:
                found.append(key + households(value)[1])
            else:
                found.append(key + _FORMS.get(kind, _object)(value))
    return b"{" + b",".join(found) + b"}"


def _number(value: Decimal) -> bytes:
    return _shortest(f"{value:f}")


@lru_cache(maxsize=16384)
def _shortest(shown: str) -> bytes:
    amount = float(shown)
    return (str(int(amount)) if amount.is_integer() else repr(amount)).encode()


def _count(value: int) -> bytes:
    return number(value)[1]


def _flag(value: bool) -> bytes:
    return b"true" if value else b"false"


def _day(value: date) -> bytes:
    return day(value)[1]


def _list(values: tuple[Any, ...]) -> bytes:
    found = [text(each)[1] if type(each) is str else _object(each) for each in values]
    return b"[" + b",".join(found) + b"]"


_FORMS: dict[type, Callable[[Any], bytes]] = {
    int: _count,
    bool: _flag,
    Decimal: _number,
    date: _day,
    tuple: _list,
}


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[tuple[str, bytes, bool], ...], bool]:
    """Name, key as JSON has it, and whether it counts households, for every field of a model.

    The last says whether it counts persons as well, who could tell how many few households are.
    """
    told = labels(model)
    keys = {name: info.alias or name for name, info in model.model_fields.items()}
    fields = tuple((name, f'"{key}":'.encode(), told[key].unit == "户") for name, key in keys.items())
    return fields, {_HOUSEHOLDS, _PERSONS} <= keys.keys()


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
