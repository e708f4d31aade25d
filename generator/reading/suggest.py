"""Guesses at what was meant: a near word, a right spelling. A guess is shown, never taken."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

_DAY = re.compile(r"(\d{4})\s*[-/.年—–－]\s*(\d{1,2})\s*[-/.月—–－]\s*(\d{1,2})\s*[日号]?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_AMOUNT = re.compile(r"[¥￥]?([+-]?\d[\d,\s]*(?:\.\d*)?)(亿|万|千)?(元整|元|块|人民币)?整?")
_NUMBER = re.compile(r"([+-]?\d[\d,\s]*(?:\.\d*)?)\s*(%|‰|[\u4e00-\u9fff]{0,4})")
_SCALES = {"亿": 100_000_000, "万": 10_000, "千": 1000, None: 1}


def near(word: str, words: Iterable[str]) -> str | None:
    """The word that is spelt most like ``word``, if any is near enough."""
    found = get_close_matches(word.lower(), sorted(words), n=1, cutoff=0.6)
    return found[0] if found else None


def bare(text: str) -> str:
    """A text in half-width characters without blanks and quotes."""
    return re.sub(r"[\s\u200b-\u200f\u2060“”‘’\"'「」]", "", unicodedata.normalize("NFKC", text))


def tight(text: str) -> str:
    """A text without any blanks, visible or not."""
    return re.sub(r"[\s\u200b-\u200f\u2060\ufeff]", "", text)


def day(text: str) -> str | None:
    """The right spelling of a day that was written otherwise, or None where it is not certain."""
    plain = bare(text)
    found = _DAY.fullmatch(plain) or _PACKED.fullmatch(plain)
    if not found:
        return None
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None


def amount(text: str) -> str | None:
    """An amount in yuan as a record writes it, or None where it is not certain."""
    found = _AMOUNT.fullmatch(bare(text))
    return _number(found[1], _SCALES[found[2]], places=2) if found else None


def year(text: str) -> str | None:
    """A year in four digits, or None; 23 is 2023."""
    found = number(text, 0)
    return f"20{found}" if found and re.fullmatch("[0-9]{2}", found) else found


def number(text: str, places: int) -> str | None:
    """A number without its unit and separators, or None; at most ``places`` decimals."""
    found = _NUMBER.fullmatch(bare(text))
    return _number(found[1], 1, places) if found else None


def _number(digits: str, scale: int, places: int) -> str | None:
    try:
        value = Decimal(digits.replace(",", "")) * scale
        exact = value == round(value, places)
    except InvalidOperation:
        return None
    if not exact:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
