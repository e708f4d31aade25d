"""The kinds of single values a record is made of.

A record is YAML in which every scalar is text (see ``generator.reading``), so each kind says itself
which texts it accepts; nothing is guessed from the look of a value. A refusal is a
``PydanticCustomError`` whose type names the problem; its wording belongs to ``generator.reading``.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, cast

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema
from pydantic_core.core_schema import ValidationInfo

_MONEY = re.compile(r"-?(?:0|[1-9][0-9]{0,13})(?:\.[0-9]{1,2})?").fullmatch
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?").fullmatch
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}").fullmatch
_YEAR = re.compile(r"20[0-9]{2}").fullmatch
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_PLACE = re.compile(r"[0-9]{12}").fullmatch
_SAID = r"[^\s\x1c-\x1f]"
"""A character that is not blank, as ``str.isspace`` has it."""
_FLAGS = {"true": True, "false": False, "yes": True, "no": False, "是": True, "否": False}


def _refuse(problem: str, got: str) -> PydanticCustomError:
    return PydanticCustomError(problem, "{got}", {"got": got})


def _money(text: str) -> Decimal:
    if not _MONEY(text):
        raise _refuse("not_money", text)
    return Decimal(text)


def _decimal(text: str) -> Decimal:
    if not _DECIMAL(text):
        raise _refuse("not_decimal", text)
    return Decimal(text)


def _count(text: str) -> int:
    if not _COUNT(text):
        raise _refuse("not_count", text)
    return int(text)


def _year(text: str) -> int:
    if not _YEAR(text):
        raise _refuse("not_year", text)
    return int(text)


def _day(text: str) -> dt.date:
    if not _DAY(text):
        raise _refuse("not_day", text)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise _refuse("no_such_day", text) from None


def _flag(text: str) -> bool:
    if text not in _FLAGS:
        raise _refuse("not_flag", text)
    return _FLAGS[text]


def _place(text: str) -> str:
    if not _PLACE(text):
        raise _refuse("not_place_code", text)
    return text


class _Read(PlainValidator):
    """Reads a value from its text; the same text gives the same object while it is remembered.

    Equal amounts of other digits (960000 and 960000.00) have other texts, so they stay apart. What is no
    text is refused before: only texts can be remembered.
    """

    def __init__(self, read: Callable[[str], Any], remembered: int) -> None:
        super().__init__(lru_cache(remembered)(read))

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        read = cast("Callable[[Any], Any]", self.func)
        value = core_schema.no_info_plain_validator_function(read)
        return core_schema.chain_schema([core_schema.str_schema(strict=True), value])


class _Text:
    """A text of so many characters at most, not all of them blank."""

    def __init__(self, most: int | None = None, pattern: str = _SAID) -> None:
        self._most = most
        self._pattern = pattern

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.str_schema(strict=True, max_length=self._most, pattern=self._pattern)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        most = {} if self._most is None else {"maxLength": self._most}
        return {"type": "string", **most, **({"pattern": self._pattern} if self._pattern != _SAID else {})}


_DECIMALS = _Read(_decimal, 512)

Money = Annotated[
    Decimal,
    _Read(_money, 512),
    WithJsonSchema({"type": "number", "multipleOf": 0.01}),
]
"""An amount in yuan with at most two decimals; the sign is for rules to judge."""

Rate = Annotated[Decimal, _DECIMALS, WithJsonSchema({"type": "number"})]
"""A share or a yearly rate in percent: ``6.0`` is 6 %."""

Quantity = Annotated[Decimal, _DECIMALS, WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
"""A measured quantity; the field names its unit."""

Count = Annotated[int, _Read(_count, 1024), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number of households, persons, posts, years or sessions."""

Year = Annotated[
    int, _Read(_year, 100), WithJsonSchema({"type": "integer", "minimum": 2000, "maximum": 2099})
]
"""A calendar year, 2000–2099."""

Day = Annotated[dt.date, _Read(_day, 2048), WithJsonSchema({"type": "string", "format": "date"})]
"""A day, written ``2023-03-01``."""

Flag = Annotated[bool, _Read(_flag, 8), WithJsonSchema({"type": "boolean"})]
"""Yes or no: ``true``/``false``, ``yes``/``no``, 是/否."""

PlaceCode = Annotated[str, _Read(_place, 256), WithJsonSchema({"type": "string", "pattern": "^[0-9]{12}$"})]
"""A 12-digit statistical division code, kept as text."""

Line = Annotated[str, _Text(120)]
"""A short text: a name, a number, a way of payment."""

Prose = Annotated[str, _Text(2000)]
"""A sentence or a paragraph."""

ProjectId = Annotated[str, _Text(pattern=r"^[A-Z]{2,8}-20[0-9]{2}-[0-9]{4,6}$")]
"""A project number such as ``SL-2023-0042``; it names the file and the page, for good."""


class Word:
    """Marks a text field as a word of the named vocabulary.

    The allowed words come with the validation context (``{"words": {name: codes}}``), because
    vocabularies are data that a county edits, not code.
    """

    def __init__(self, vocabulary: str) -> None:
        self.vocabulary = vocabulary

    def _known(self, value: str, info: ValidationInfo) -> str:
        context = info.context
        words: frozenset[str] | None = context["words"].get(self.vocabulary) if context else None
        if words is not None and value not in words:
            raise PydanticCustomError("unknown_word", "{got}", {"got": value, "vocabulary": self.vocabulary})
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        known = core_schema.with_info_plain_validator_function(self._known)
        return core_schema.chain_schema([core_schema.str_schema(strict=True), known])

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "x-vocabulary": self.vocabulary}
