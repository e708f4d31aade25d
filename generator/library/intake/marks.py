"""The marks by which documents number their parts, from chapters down to circled items."""

import re
from enum import IntEnum
from typing import NamedTuple

from generator.library.intake.numerals import CIRCLED, number


class Level(IntEnum):
    """How high a mark stands; a higher one closes all lower ones."""

    CHAPTER = 0
    SECTION = 1
    ARTICLE = 2
    FIRST = 3
    SECOND = 4
    THIRD = 5
    FOURTH = 6
    FIFTH = 7


class Mark(NamedTuple):
    """A mark at the beginning of a line: its level, its number, as printed, and what follows it."""

    level: Level
    ordinal: int
    printed: str
    rest: str


_HAN = "[零〇一二两三四五六七八九十百]+"
_DIGITS = "[0-9０-９]{1,2}"
_SHAPES = (
    (Level.CHAPTER, re.compile(rf"第\s*({_HAN}|{_DIGITS})\s*章(?![程的])")),
    (Level.SECTION, re.compile(rf"第\s*({_HAN}|{_DIGITS})\s*节(?![点约日])")),
    (Level.ARTICLE, re.compile(rf"第\s*({_HAN}|[0-9０-９]{{1,3}})\s*条(?![款件例的])[:：、]?")),
    (Level.FIRST, re.compile(rf"({_HAN})\s*[、．.]")),
    (Level.SECOND, re.compile(rf"[（(]\s*({_HAN})\s*[）)][、.．]?")),
    (Level.FOURTH, re.compile(rf"[（(]\s*({_DIGITS})\s*[）)][、.．]?")),
    (Level.THIRD, re.compile(rf"({_DIGITS})\s*[.．、)）](?![0-9０-９])")),
    (Level.FIFTH, re.compile(f"([{CIRCLED}])[、.．]?")),
)
_BRACKETS = str.maketrans("()０１２３４５６７８９．", "（）0123456789.")


def mark_of(line: str) -> Mark | None:
    """The mark with which a line begins, or None."""
    for level, shape in _SHAPES:
        found = shape.match(line)
        if found:
            value = number(found[1])
            if value:
                printed = re.sub(r"\s", "", found[0]).rstrip("、:：" if level is Level.ARTICLE else "")
                return Mark(level, value, _tidy(printed, level), line[found.end() :].strip())
    return None


def _tidy(printed: str, level: Level) -> str:
    """One way to write what is printed in many: full-width brackets, half-width digits."""
    if level in (Level.SECOND, Level.FOURTH):
        return printed.translate(_BRACKETS).rstrip("、.")
    return printed.translate(_BRACKETS) if level is Level.THIRD else printed
