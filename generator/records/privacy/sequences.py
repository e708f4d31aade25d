"""Sequences of digits in a text, with whatever was put between the digits.

A number may be written solid, with blanks, hyphens or dots, in full-width digits, as escapes of a
quoted YAML scalar, or folded over two lines. All offsets are those of the text itself.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_NOTHING = "\u00ad\u200b-\u200d\u2060\ufeff"
_BLANK = " \t\u00a0\u2000-\u200a\u202f\u3000"
_DOT = ".．"
_DASH = "_·•・‐‑‒–—―−－-"
_FOLD = rf"[{_BLANK}]*-?\\?(?:\r\n|\n|\r)(?:[{_BLANK}]+|(?=#))(?:#[{_BLANK}]*)?"
_MARKS = rf"[{_BLANK}]{{0,3}}(?:[{_DOT}{_DASH}][{_BLANK}]{{0,3}}){{0,2}}"
_GAP = rf"[{_NOTHING}]*(?![{_NOTHING}])(?:{_FOLD}|{_MARKS})[{_NOTHING}]*"
_SEQUENCE = re.compile(rf"[0-9](?:{_GAP}[0-9])*")
_DIGITS = re.compile(r"[0-9]+")
_DIGIT = re.compile(r"[0-9]")
_CHECK_X = re.compile(rf"{_GAP}[XxＸｘХхΧχ](?![0-9A-Za-z])")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_FOREIGN = re.compile(r"(?=[^\x00-\x7f])\d")
_JOINER = "\u2060"

JOINED, BLANK, DASH, DOT, FOLD = "", " ", "-", ".", "\n"
"""What may stand between two digits: nothing, blanks, a dash, a dot, or the end of a line."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Digits that follow each other.

    Attributes:
        text: the text as it was searched: same length, digits half-width.
        digits: the digits alone.
        at: the offset of every digit.
        gaps: what stands before every digit; JOINED before the first.
        check: the offset of an X that follows the last digit, or None.
    """

    text: str
    digits: str
    at: tuple[int, ...]
    gaps: tuple[str, ...]
    check: int | None

    def starts(self, digit: int) -> bool:
        """Whether a group of digits begins with this one."""
        return digit == 0 or self.gaps[digit] != JOINED

    def ends(self, digit: int) -> bool:
        """Whether a group of digits ends before this one."""
        return digit == len(self.digits) or self.gaps[digit] != JOINED


def flattened(text: str) -> str:
    """The text with plain digits for all their other spellings; every offset stays."""
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    return text if text.isascii() else _FOREIGN.sub(_plain, text)


def sequences(flat: str, least: int) -> Iterator[Sequence]:
    """All sequences of at least that many digits, in their order, from a flattened text."""
    for match in _SEQUENCE.finditer(flat):
        if match.end() - match.start() >= least:
            digits = "".join(_DIGITS.findall(match[0]))
            if len(digits) >= least:
                yield _sequence(flat, match, digits)


def _sequence(flat: str, match: re.Match[str], digits: str) -> Sequence:
    at = [each.start() for each in _DIGIT.finditer(flat, *match.span())]
    gaps = [JOINED]
    gaps += [_gap(flat[one + 1 : other]) for one, other in pairwise(at)]
    check = _CHECK_X.match(flat, match.end())
    return Sequence(
        text=flat,
        digits=digits,
        at=tuple(at),
        gaps=tuple(gaps),
        check=check.end() - 1 if check else None,
    )


def _gap(between: str) -> str:
    if not between:
        return JOINED
    if "\n" in between or "\r" in between:
        return FOLD
    for kind, marks in ((DASH, _DASH), (DOT, _DOT)):
        if any(mark in between for mark in marks):
            return kind
    return BLANK if between.strip("\u00ad\u200b\u200c\u200d\u2060\ufeff") else JOINED


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or match[3], 16)
    return (chr(code) if code <= 0x10FFFF else "?") + _JOINER * (len(match[0]) - 1)


def _plain(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match[0]))
