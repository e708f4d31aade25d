"""The kinds of single values a record is made of.

A record is YAML in which every scalar is text (see ``generator.reading``), so each kind says itself
which texts it accepts; nothing is guessed from the look of a value. A refusal is a
``PydanticCustomError`` whose type names the problem; its wording belongs to ``generator.reading``.
"""

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema
from pydantic_core.core_schema import ValidationInfo

_MONEY = re.compile(r"-?(?:0|[1-9][0-9]{0,13})(?:\.[0-9]{1,2})?")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?")
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_YEAR = re.compile(r"20[0-9]{2}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PLACE = re.compile(r"[0-9]{12}")
_FLAGS = {"true": True, "false": False, "yes": True, "no": False, "是": True, "否": False}


def _refuse(problem: str, value: object) -> PydanticCustomError:
    return PydanticCustomError(
        problem, "{got}", {"got": value if isinstance(value, str) else type(value).__name__}
    )


def _matched(pattern: re.Pattern[str], problem: str, value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value) or not value.isascii():
        raise _refuse(problem, value)
    return value


def _money(value: object) -> Decimal:
    return Decimal(_matched(_MONEY, "not_money", value))


def _decimal(value: object) -> Decimal:
    return Decimal(_matched(_DECIMAL, "not_decimal", value))


def _count(value: object) -> int:
    return int(_matched(_COUNT, "not_count", value))


def _year(value: object) -> int:
    return int(_matched(_YEAR, "not_year", value))


def _day(value: object) -> dt.date:
    text = _matched(_DAY, "not_day", value)
    try:
        return dt.date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        raise _refuse("no_such_day", value) from None


def _flag(value: object) -> bool:
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    raise _refuse("not_flag", value)


def _place(value: object) -> str:
    return _matched(_PLACE, "not_place_code", value)


def _text(value: object) -> object:
    if not isinstance(value, str):
        raise _refuse("not_text", value)
    if not value.strip():
        raise _refuse("empty_text", value)
    return value


Money = Annotated[
    Decimal,
    PlainValidator(_money),
    WithJsonSchema({"type": "number", "multipleOf": 0.01}),
]
"""An amount in yuan with at most two decimals; the sign is for rules to judge."""

Rate = Annotated[Decimal, PlainValidator(_decimal), WithJsonSchema({"type": "number"})]
"""A share or a yearly rate in percent: ``6.0`` is 6 %."""

Quantity = Annotated[
    Decimal, PlainValidator(_decimal), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})
]
"""A measured quantity; the field names its unit."""

Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number of households, persons, posts, years or sessions."""

Year = Annotated[
    int, PlainValidator(_year), WithJsonSchema({"type": "integer", "minimum": 2000, "maximum": 2099})
]
"""A calendar year, 2000–2099."""

Day = Annotated[dt.date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day, written ``2023-03-01``."""

Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""Yes or no: ``true``/``false``, ``yes``/``no``, 是/否."""

PlaceCode = Annotated[
    str, PlainValidator(_place), WithJsonSchema({"type": "string", "pattern": "^[0-9]{12}$"})
]
"""A 12-digit statistical division code, kept as text."""

Line = Annotated[str, StringConstraints(max_length=120), BeforeValidator(_text)]
"""A short text: a name, a number, a way of payment."""

Prose = Annotated[str, StringConstraints(max_length=2000), BeforeValidator(_text)]
"""A sentence or a paragraph."""

ProjectId = Annotated[
    str, StringConstraints(pattern=r"^[A-Z]{2,8}-20[0-9]{2}-[0-9]{4,6}$"), BeforeValidator(_text)
]
"""A project number such as ``SL-2023-0042``; it names the file and the page, for good."""


class Word:
    """Marks a text field as a word of the named vocabulary.

    The allowed words come with the validation context (``{"words": {name: codes}}``), because
    vocabularies are data that a county edits, not code.
    """

    def __init__(self, vocabulary: str) -> None:
        self.vocabulary = vocabulary

    def _known(self, value: object, info: ValidationInfo) -> str:
        words: dict[str, Any] = info.context["words"] if info.context else {}
        if not isinstance(value, str):
            raise _refuse("not_text", value)
        if self.vocabulary in words and value not in words[self.vocabulary]:
            raise PydanticCustomError("unknown_word", "{got}", {"got": value, "vocabulary": self.vocabulary})
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self._known)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "x-vocabulary": self.vocabulary}
