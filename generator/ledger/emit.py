"""A record as tidy YAML: keys in the order of the models, short parts on one line, codes in quotes.

It writes only the plain YAML that every reader takes the same way (see ``generator.reading.plain``).
"""

import json
import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

WIDTH = 108
"""A part that may stand on one line does so up to this many characters."""

_BLOCKS = frozenset(
    {"assets", "linkages", "agreements", "distributions", "inspections", "follow_up", "completion"}
)
"""Parts that never stand on one line."""

_LETTER = re.compile("[A-Za-z\u4e00-\u9fff]")
_WORDS = re.compile(
    r"[A-Za-z0-9\u4e00-\u9fff“《（〔]"
    r"[A-Za-z0-9_\u4e00-\u9fff ，。；：、！？（）〔〕《》“”—·℃×.%+/~≤-]*"
)
_SHORT = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff 、（）〔〕《》—·.%+/~-]*")
_TYPED = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n|[0-9.]+e[0-9+-]+|0x[0-9a-f]+)")


def emit(record: dict[str, Any]) -> str:
    """The text of a record; its values are texts, numbers, days, yes or no, and maps and lists of them."""
    return "".join(f"{line}\n" for key, value in record.items() for line in entry(key, value, ""))


def entry(key: str, value: Any, indent: str, first: str | None = None) -> list[str]:
    """The lines of a key and its value; ``first`` stands for the indent on the first of them."""
    lead = indent if first is None else first
    if isinstance(value, dict):
        if _short(key, value):
            flat = f"{lead}{key}: {flow(value)}"
            if len(flat) <= WIDTH:
                return [flat]
        return [f"{lead}{key}:", *_map(value, indent + "  ")]
    if isinstance(value, (list, tuple)):
        return _list(key, list(value), lead, indent)
    return [f"{lead}{key}: {scalar(value)}"]


def item(value: Any, key: str, indent: str) -> list[str]:
    """The lines of one entry of the list that ``key`` holds, its dash at ``indent``."""
    if not isinstance(value, dict):
        return [f"{indent}- {scalar(value)}"]
    if _short(key, value):
        flat = f"{indent}- {flow(value)}"
        if len(flat) <= WIDTH:
            return [flat]
    return _map(value, indent + "  ", f"{indent}- ")


def _map(values: dict[str, Any], indent: str, first: str | None = None) -> list[str]:
    lines: list[str] = []
    for key, value in values.items():
        lines += entry(key, value, indent, None if lines else first)
    return lines


def _list(key: str, values: list[Any], lead: str, indent: str) -> list[str]:
    if not values:
        return [f"{lead}{key}: []"]
    if not any(isinstance(value, dict) for value in values):
        flat = f"{lead}{key}: {flow(values)}"
        if len(flat) <= WIDTH:
            return [flat]
    return [f"{lead}{key}:", *(line for value in values for line in item(value, key, indent + "  "))]


def _short(key: str, values: dict[str, Any]) -> bool:
    """Whether a map may stand on one line, if it fits: it has no maps in it."""
    if key in _BLOCKS:
        return False
    for value in values.values():
        kind = type(value)
        if kind is dict or (kind is list and value and type(value[0]) is dict):
            return False
    return True


def flow(value: Any) -> str:
    """A value on one line."""
    kind = type(value)
    if kind is dict:
        return "{" + ", ".join([f"{key}: {flow(each)}" for key, each in value.items()]) + "}"
    if kind is list or kind is tuple:
        return "[" + ", ".join([flow(each) for each in value]) + "]"
    return _single(value, _SHORT)


def scalar(value: Any) -> str:
    """A single value on a line of its own."""
    return _single(value, _WORDS)


def _single(value: Any, plain: re.Pattern[str]) -> str:
    kind = type(value)
    if kind is str:
        return _text(value, plain)
    if kind is bool:
        return "true" if value else "false"
    if kind is date:
        return str(value.isoformat())
    if kind is Decimal:
        return f"{value:f}"
    return str(value)


@lru_cache(maxsize=65536)
def _text(value: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(value) and value[-1] != " " and _LETTER.search(value) and not _TYPED.fullmatch(value):
        return value
    if value.isprintable() and "\\" not in value and '"' not in value:
        return f'"{value}"'
    if value.isprintable() and "'" not in value:
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\x85")
