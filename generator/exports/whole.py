"""A gathered record, told as one line of JSON, made into a record again."""

from typing import Any

from generator.exports.cells import SMALL
from generator.pages.amounts import SMALL_GROUP

_HOUSEHOLDS = "households"


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
