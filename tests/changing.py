"""Records that are changed for a test."""

from typing import Any, TypeVar

from generator.records.model import Model, fields_of, unchecked

Made = TypeVar("Made", bound=Model)


def having(model: Made, **values: Any) -> Made:
    """The same with some other values, which nobody checks."""
    same = {name: getattr(model, name) for name in fields_of(type(model))}
    return unchecked(type(model), **same | values)
