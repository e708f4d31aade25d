"""A record as tidy YAML: block style, short maps on one line, codes in quotes.

It writes only the plain YAML that every reader takes the same way (see ``generator.reading.plain``).
"""

import re
from datetime import date
from typing import Any

from generator.demo.money import Number

WIDTH = 108
"""A map that may stand on one line does so up to this many characters."""

_WORDS = re.compile(
    r"(?=[^\n]*[A-Za-z一-鿿])[A-Za-z0-9一-鿿“《（][A-Za-z0-9_一-鿿 ，。；：、！？（）〔〕《》“”—·.%+/~-]*"
)
_SHORT = re.compile(r"(?=[^\n]*[A-Za-z一-鿿])[A-Za-z0-9一-鿿][A-Za-z0-9_一-鿿 、（）〔〕《》—·.%+/~-]*")


class Short(dict[str, Any]):
    """A map that stands on one line where it fits."""


def emit(record: dict[str, Any]) -> str:
    """The text of a record."""
    lines: list[str] = []
    _map(record, "", "", lines)
    lines.append("")
    return "\n".join(lines)


def _map(values: dict[str, Any], first: str, indent: str, lines: list[str]) -> None:
    lead = first
    for key, value in values.items():
        if isinstance(value, Short):
            _short(key, value, lead, indent, lines)
        elif isinstance(value, dict):
            lines.append(f"{lead}{key}:")
            _map(value, indent + "  ", indent + "  ", lines)
        elif isinstance(value, list):
            _list(key, value, lead, indent, lines)
        else:
            lines.append(f"{lead}{key}: {_scalar(value, _WORDS)}")
        lead = indent


def _short(key: str, value: Short, lead: str, indent: str, lines: list[str]) -> None:
    text = f"{lead}{key}: {_flow(value)}"
    if len(text) <= WIDTH:
        lines.append(text)
    else:
        lines.append(f"{lead}{key}:")
        _map(value, indent + "  ", indent + "  ", lines)


def _list(key: str, values: list[Any], lead: str, indent: str, lines: list[str]) -> None:
    if not isinstance(values[0], dict):
        text = f"{lead}{key}: {_flow(values)}"
        if len(text) <= WIDTH:
            lines.append(text)
            return
    lines.append(f"{lead}{key}:")
    inner = indent + "  "
    for value in values:
        if isinstance(value, Short) and len(inner) + len(text := f"- {_flow(value)}") <= WIDTH:
            lines.append(inner + text)
        elif isinstance(value, dict):
            _map(value, f"{inner}- ", inner + "  ", lines)
        else:
            lines.append(f"{inner}- {_scalar(value, _WORDS)}")


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value, _SHORT)


def _scalar(value: object, plain: re.Pattern[str]) -> str:
    if value.__class__ is str:
        return _text(str(value), plain)
    if value.__class__ is bool:
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    assert isinstance(value, (int, Number)), value
    return str(value)


def _text(value: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(value) and value[-1] != " ":
        return value
    assert '"' not in value, value
    assert "\\" not in value, value
    return f'"{value}"'
