"""A record as plain values: the keys of its YAML in the models' order, single values typed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from generator.reading.keys import entry, shapes
from generator.records.linkages import LINKAGES
from generator.records.model import Model, fields_of
from generator.records.project import Project

Draft = dict[str, Any]
"""Texts, numbers, days, yes or no, in dicts and lists. A value that could not be typed is text."""

_SINGLE = frozenset({str, int, bool, Decimal, date, type(None)})


def draft_of(model: Model) -> Draft:
    """A model's values; what it does not state is left out, and so is what is empty."""
    found = {}
    for name, key, default in _told(type(model)):
        value = getattr(model, name)
        if value is not default:
            value = _value(value)
            if value != []:
                found[key] = value
    return found


def _value(value: Any) -> Any:
    kind = type(value)
    if kind in _SINGLE:
        return value
    return [_value(each) for each in value] if kind is tuple else draft_of(value)


@cache
def _told(model: type[Model]) -> tuple[tuple[str, str, Any], ...]:
    """For each field its attribute, its key, and the value that is there where a record states none."""
    return tuple((name, key, fields_of(model)[name].default) for name, key in _keys(model))


@cache
def _keys(model: type[Model]) -> tuple[tuple[str, str], ...]:
    named = [(name, info.alias or name) for name, info in fields_of(model).items()]
    if "mechanism" in fields_of(model) and "beneficiaries" in fields_of(model):
        named.sort(key=lambda each: (each[1] != "mechanism", each[1] == "note"))
    return tuple(named)


def ordered(values: Mapping[str, Any], model: type[Model] = Project) -> Draft:
    """The values in the models' order; keys that no model has come last."""
    found = in_order(values, model)
    for key, value in found.items():
        within = _within(model, key)
        if isinstance(value, dict) and within:
            found[key] = ordered(value, within)
        elif isinstance(value, list):
            found[key] = [_ordered_item(each, key, within) for each in value]
    return found


def in_order(values: Mapping[str, Any], model: type[Model]) -> Draft:
    """The values in a model's order, not what is within them; keys that it does not have come last."""
    found = {key: values[key] for _, key in _keys(model) if key in values}
    return {**found, **values} if len(found) < len(values) else found


def _ordered_item(value: Any, key: str, model: type[Model] | None) -> Any:
    if not isinstance(value, dict):
        return value
    if key == "linkages":
        model = LINKAGES.get(value.get("mechanism", ""))
    return ordered(value, model) if model else value


@cache
def _within(model: type[Model], key: str) -> type[Model] | None:
    at = shapes(model).get(key)
    if at is None:
        return None
    return entry(at).model if at.entry is not None else at.model
