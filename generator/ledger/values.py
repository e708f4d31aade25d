"""What a cell says, as a record has it.

A cell that says it in another spelling (full-width digits, 2023.3.1, 12,000 元) is understood; one that
cannot be understood stays as it is, so that the check refuses it where it stands, in its own words.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.exports.column import Column
from generator.exports.listing import parted
from generator.records.places import Places
from generator.records.reference import Reference
from generator.records.vocabulary import Vocabulary

Value = Any
"""A typed value of a record: text, number, day, yes or no, or a list of these."""

_NUMBER = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)(万元|万|亿元|亿|元|%|户|个|人次|人|亩|场|年|份|名|处|项)?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
_SCALE = {"万元": 10_000, "万": 10_000, "亿元": 100_000_000, "亿": 100_000_000}
_DAY = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?(?: 00:00(?::00)?)?")
_PACKED_DAY = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
_YES, _NO = frozenset("是√✓有"), frozenset("否×✗无")
_PARTS = re.compile(r"[；;、，,/\n]")
_PLACE = re.compile(r"([0-9]{12})(?:\s.*)?")
_CENT = Decimal("0.01")
_REMEMBERED = 20_000


def is_blank(cell: object) -> bool:
    """Whether nothing is filled in."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: object) -> str:
    """A cell as text, as a person reads it on the screen."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    if isinstance(cell, dt.timedelta):
        return str(cell)
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()


def folded(text: str) -> str:
    """A text as it is compared: half-width, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


class Values:
    """Reads cells under one register's words and places."""

    def __init__(self, reference: Reference) -> None:
        self._words = {name: _spellings(each) for name, each in reference.vocabularies.items()}
        self._places = _names(reference.places)

    def read(self, cell: object, column: Column) -> Value:
        """The value of a cell that is not blank."""
        if column.kind == "word":
            return self._word(text_of(cell), column)
        if column.kind == "words":
            parts = [part.strip() for part in _PARTS.split(text_of(cell)) if part.strip()]
            return [self._word(part, column) for part in parts]
        if column.kind == "chain":
            return [self._party(part, column) for part in parted(text_of(cell))]
        if column.kind == "place":
            return self._place(text_of(cell))
        return _READ[column.kind](cell)

    def reader(self, column: Column) -> Callable[[object], Value]:
        """:meth:`read` for one column, where the same cells come again and again."""
        texts: dict[str, Value] = {}
        numbers: dict[float, Value] = {}

        def value(cell: object) -> Value:
            if type(cell) is str:
                if cell not in texts:
                    if len(texts) > _REMEMBERED:
                        texts.clear()
                    texts[cell] = self.read(cell, column)
                return texts[cell]
            if type(cell) is float:
                if cell not in numbers:
                    if len(numbers) > _REMEMBERED:
                        numbers.clear()
                    numbers[cell] = self.read(cell, column)
                return numbers[cell]
            return self.read(cell, column)

        return value

    def _word(self, text: str, column: Column) -> str:
        words = self._words[column.vocabulary or ""]
        return words.get(text) or words.get(folded(text), text)

    def _party(self, text: str, column: Column) -> Value:
        role, colon, name = text.replace(":", "：", 1).partition("：")
        if not colon:
            return {"role": text, "name": text}
        return {"role": self._word(role.strip(), column), "name": name.strip()}

    def _place(self, text: str) -> str:
        match = _PLACE.fullmatch(unicodedata.normalize("NFKC", text))
        return match[1] if match else self._places.get(folded(text), text)


def _spellings(vocabulary: Vocabulary) -> dict[str, str]:
    """Every spelling of every word; a full term goes before another's short one."""
    found: dict[str, str] = {}
    for term in vocabulary:
        found.setdefault(folded(term.code), term.code)
        found.setdefault(folded(term.label), term.code)
    for term in vocabulary:
        found.setdefault(folded(term.short), term.code)
        found.setdefault(folded(term.en), term.code)
    return found


def _names(places: Places) -> dict[str, str]:
    """Places by name: the full one, and the short one where only one place has it."""
    found: dict[str, str] = {}
    seen: dict[str, int] = {}
    for place in places:
        seen[place.name] = seen.get(place.name, 0) + 1
    for place in places:
        if seen[place.name] == 1:
            found[folded(place.name)] = place.code
        full = places.full_name(place.code)
        if full:
            found[folded(full)] = place.code
        found[folded("".join(each.name for each in places.line(place.code)))] = place.code
    return found


def number(cell: object) -> Decimal | None:
    """The number that a cell says, its 万 and 亿 counted out; None where it says none."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return Decimal(repr(cell)) if cell == cell else None
    if not isinstance(cell, str):
        return None
    text = folded(cell).removeprefix("¥")
    if "," in text:
        text = text.replace(",", "") if _THOUSANDS.match(text) else text
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    try:
        return Decimal(match[1]) * _SCALE.get(match[2] or "", 1)
    except InvalidOperation:
        return None


def trimmed(value: Decimal) -> Decimal:
    """A number without idle zeros and without an exponent."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def yuan(value: Decimal) -> Decimal:
    """An amount in whole yuan or with two decimals; a crumb that a computer's arithmetic left is taken off.

    One with more decimals stays as it is, for the check to refuse.
    """
    fen = value.quantize(_CENT)
    if abs(value - fen) >= Decimal("0.000001"):
        return value
    whole = fen.to_integral_value()
    return whole if fen == whole else fen


def _money(cell: object) -> Value:
    value = number(cell)
    return text_of(cell) if value is None else yuan(value)


def _quantity(cell: object) -> Value:
    value = number(cell)
    return text_of(cell) if value is None else trimmed(value.quantize(Decimal("0.0000000001")))


def _count(cell: object) -> Value:
    value = number(cell)
    return int(value) if value is not None and value == value.to_integral_value() else text_of(cell)


def day(cell: object) -> Value:
    """The day that a cell says, else its text."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    text = text_of(cell)
    compact = folded(text)
    match = _DAY.fullmatch(compact) or _PACKED_DAY.fullmatch(compact)
    if match:
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return text


def _flag(cell: object) -> Value:
    if isinstance(cell, bool):
        return cell
    text = text_of(cell)
    if text in _YES or text.lower() in ("true", "yes"):
        return True
    if text in _NO or text.lower() in ("false", "no"):
        return False
    return text


_READ: dict[str, Callable[[object], Value]] = {
    "text": text_of,
    "lines": lambda cell: list(parted(text_of(cell))),
    "money": _money,
    "quantity": _quantity,
    "count": _count,
    "year": _count,
    "day": day,
    "flag": _flag,
}
