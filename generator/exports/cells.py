"""One value in all forms in which it is given away: CSV, JSON Lines, a sheet's XML, and in a whole record.

CSV and sheets are for people: Chinese words. JSON is for programs: codes. Text that a
spreadsheet would take for a formula is made harmless in CSV; in a sheet it is text by its type.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any

from generator.exports.column import Column
from generator.exports.listing import joined
from generator.pages.amounts import SMALL_GROUP
from generator.records.vocabulary import Vocabularies

SMALL = f"≤{SMALL_GROUP}"
"""What stands for a small number of households, of which the exact one is not told."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these is a formula to a spreadsheet that opens a CSV file."""

EMPTY_XML = "<c/>"
TEXT_STYLE, MONEY_STYLE, DAY_STYLE = 0, 2, 3

_FIRST = "=+-@ "
"""What needs care at the beginning of a text; of an empty one nothing is asked but this."""
_MARKS = bytes(range(32)) + b'",\\&<>'
"""What needs care wherever it stands: in CSV, in JSON or in XML."""
_EPOCH = dt.date(1899, 12, 30).toordinal()
_MONEY = f'<c s="{MONEY_STYLE}"><v>'
_QUOTE = re.compile('[",\n\r]')
_CARE = re.compile("[&<>]|^ | $|\n|  |^$")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


Octets = str
"""The bytes of a text in UTF-8, each as a character (see :func:`octets`)."""

Cell = tuple[Octets, Octets, Octets, Octets]
"""One value as CSV, as JSON in a table, as XML, and as JSON in a whole record.

An exact tuple, since millions of them are taken apart.
"""

EMPTY: Cell = ("", "", EMPTY_XML, "[]")
"""No value; where a list is told, one without entries."""

NOTHING: Cell = ("", "", EMPTY_XML, "")
"""No value, and nothing is told of it."""

Form = Callable[[Any], Cell]


def octets(text: str) -> Octets:
    """The bytes of a text in UTF-8, each as a character; :func:`as_bytes` makes bytes of many such at once.

    Millions of pieces are put together. Python joins bytes only after it has taken a buffer of each of them,
    and texts of characters of several widths by widening each; texts like these it merely copies, and
    numbers and days are such texts already.
    """
    return text if text.isascii() else text.encode().decode("latin-1")


def as_bytes(text: Octets) -> bytes:
    """The bytes that :func:`octets` has made characters of."""
    return text.encode("latin-1")


def form_of(column: Column, vocabularies: Vocabularies) -> Form:
    """How the values of a column are written; None is never asked for."""
    if column.private:
        return households
    if column.kind == "word":
        terms = vocabularies[column.vocabulary or ""]
        return _word({term.code: term.label for term in terms})
    if column.kind in ("words", "lines", "chain"):
        return _several(column, vocabularies)
    return _FORMS[column.kind]


def csv_text(text: str) -> str:
    """A text as a field of a CSV file: harmless, and in quotes where it must be."""
    if text.startswith(FORMULA):
        text = f"'{text}"
    return csv_quoted(text)


def csv_quoted(text: str) -> str:
    """A field in quotes where it must be."""
    if not _QUOTE.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def xml_text(text: str, style: int = TEXT_STYLE) -> str:
    """A text as a cell of a sheet, whatever it begins with.

    A text stands in a cell as what a formula gave (``str``), without the formula: so it is shortest. Where
    blanks are to be kept it stands there as itself, since only so it may be said.
    """
    styled = f' s="{style}"' if style else ""
    care = _CARE.search(text)
    text = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    if not care:
        return f'<c{styled} t="str"><v>{text}</v></c>'
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<c{styled} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def text_form(name: Octets = "", told_name: Octets = "") -> Form:
    """How texts are written, with these names before them where they are JSON; None is nothing."""
    alike = name == told_name

    def text(value: str | None) -> Cell:
        if value is None:
            return NOTHING
        data = value.encode()
        if len(data.translate(None, _MARKS)) == len(data) and _plain(value):
            raw = data.decode("latin-1")
            coded = f'{name}"{raw}"'
            return raw, coded, f'<c t="str"><v>{raw}</v></c>', coded if alike else f'{told_name}"{raw}"'
        csv, coded, xml, _ = _cell(csv_text(value), quoted(value), xml_text(value))
        return csv, name + coded, xml, told_name + coded

    return text


text = lru_cache(maxsize=512)(text_form())
"""A text; names, places and phrases come again and again."""


def _cell(csv: str, json: str, xml: str) -> Cell:
    coded = octets(json)
    return octets(csv), coded, octets(xml), coded


def _plain(value: str) -> bool:
    """Whether a text without :data:`_MARKS` needs no care."""
    return (
        value[:1] not in _FIRST
        and value[-1] != " "
        and "  " not in value
        and "\ufffe" not in value
        and "\uffff" not in value
    )


@lru_cache(maxsize=4096)
def number(value: int) -> Cell:
    """A whole number."""
    shown = str(value)
    return _cell(shown, shown, f"<c><v>{shown}</v></c>")


def money_form(name: Octets = "", told_name: Octets = "") -> Form:
    """How amounts in yuan are written, with these names before them where they are JSON; None is nothing.

    Hardly two are alike, so that nothing is gained by keeping them.
    """
    alike = name == told_name

    def money(value: Decimal | None) -> Cell:
        if value is None:
            return NOTHING
        shown = _digits(value)
        coded = name + shown
        return shown, coded, f"{_MONEY}{shown}</v></c>", coded if alike else told_name + shown

    return money


money = money_form()


def _quantity(value: Decimal) -> Cell:
    shown = _digits(value)
    return shown, shown, f"<c><v>{shown}</v></c>", shown


def _digits(value: Decimal) -> Octets:
    """A number with the digits that are stated, and no exponent."""
    shown = str(value)
    return f"{value:f}" if "E" in shown else shown


@lru_cache(maxsize=2048)
def day(value: dt.date) -> Cell:
    """A day; in a sheet as its own count of days, formatted."""
    shown = value.isoformat()
    coded = f'"{shown}"'
    return shown, coded, f'<c s="{DAY_STYLE}"><v>{value.toordinal() - _EPOCH}</v></c>', coded


def _flag(value: bool) -> Cell:
    return _YES if value else _NO


_YES = _cell("是", "true", xml_text("是"))
_NO = _cell("否", "false", xml_text("否"))
_SMALL = _cell(SMALL, quoted(SMALL), xml_text(SMALL))


def households(value: int) -> Cell:
    """A number of households; a small one is not told."""
    return _SMALL if 0 < value <= SMALL_GROUP else number(value)


def _word(labels: Mapping[str, str]) -> Form:
    made = {code: _cell(csv_text(label), quoted(code), xml_text(label)) for code, label in labels.items()}
    return made.__getitem__


def _several(column: Column, vocabularies: Vocabularies) -> Form:
    if column.kind == "lines":
        return _lines
    labels = {term.code: term.label for term in vocabularies[column.vocabulary or ""]}
    if column.kind == "words":
        return lru_cache(maxsize=1024)(
            lambda values: _listed([labels[code] for code in values], _strings(values))
        )
    return lambda chain: _listed(
        [f"{labels[party.role]}：{party.name}" for party in chain],
        ",".join(f'{{"role":{quoted(party.role)},"name":{quoted(party.name)}}}' for party in chain),
    )


@lru_cache(maxsize=4096)
def _lines(values: tuple[str, ...]) -> Cell:
    return _listed(list(values), _strings(values))


def _strings(values: tuple[str, ...]) -> str:
    return ",".join(quoted(value) for value in values)


def _listed(shown: list[str], json: str) -> Cell:
    if not shown:
        return EMPTY
    csv, _, xml, _ = text(joined(shown))
    coded = octets(f"[{json}]")
    return csv, coded, xml, coded


_FORMS: dict[str, Form] = {
    "text": text,
    "place": text,
    "count": number,
    "year": number,
    "money": money,
    "quantity": _quantity,
    "day": day,
    "flag": _flag,
}
