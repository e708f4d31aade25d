"""A column of texts that repeat one another, taken apart: phrases once, then which ones, then their numbers.

What a text shares with its own record (:class:`Own`) becomes a mark, every run of digits another, and
the rest is cut at punctuation into phrases. ``assets/columns.js`` puts it together again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from generator.search.planes import planes, sequence

NUMBER, PLACE, TOWNSHIP, OPERATOR, YEAR, SERIAL = "\x01\x02\x03\x04\x05\x06"
BETWEEN = "\x1f"
"""Between several values of one field."""

_DIGITS = re.compile(r"(?<![0-9])(0|[1-9][0-9]{0,8})(?![0-9])")
_PHRASE = re.compile(r"[^，；、：。（）]+|[，；、：。（）]")
_SERIAL = re.compile(r"[0-9]{3,}$")
_END = ""
_COMMON = 50
_MARKS = re.compile("[\x01-\x07]")


class Own(NamedTuple):
    """What a record's texts are likely to repeat of it: names, its year, the number that its id ends in."""

    place: str = ""
    township: str = ""
    operator: str = ""
    year: str = ""
    serial: str = ""

    def mark(self, text: str) -> str:
        """The text with marks for what it repeats."""
        place, township, operator, year, serial = self
        if operator:
            text = text.replace(operator, OPERATOR)
        if place:
            text = text.replace(place, PLACE)
        if township:
            text = text.replace(township, TOWNSHIP)
        if year:
            text = text.replace(year, YEAR)
        return text.replace(serial, SERIAL) if serial else text


def serial(id: str) -> str:
    """The number that an id ends in, if it is one that other texts may repeat."""
    found = _SERIAL.search(id)
    return found[0] if found else ""


Shapes = tuple[list[str], dict[str, list[str]]]
"""The phrases of texts in a row, each text ended; and the numbers in them by phrase."""


def shapes(values: Iterable[str], owns: Iterable[Own]) -> Shapes:
    """Texts taken apart. A control character in a text would be taken for a mark, so it is dropped."""
    found: list[str] = []
    numbers: dict[str, list[str]] = {}
    cut: dict[str, tuple[list[str], list[tuple[list[str], int]]]] = {}
    for value, own in zip(values, owns, strict=True):
        pieces = _DIGITS.split(own.mark(_MARKS.sub("", value).replace("\n", " ")))
        shape = NUMBER.join(pieces[::2])
        known = cut.get(shape)
        if known is None:
            phrases = _PHRASE.findall(shape)
            theirs = [(numbers.setdefault(each, []), 2 * each.count(NUMBER)) for each in phrases]
            known = cut[shape] = [*phrases, _END], [each for each in theirs if each[1]]
        found += known[0]
        at = 1
        for into, many in known[1]:
            into += pieces[at : at + many : 2]
            at += many
    return found, numbers


def joined(several: Iterable[Shapes]) -> dict[str, Any]:
    """The column: ``w`` phrases, ``i`` the sequence of which ones, ``n`` planes of the numbers by phrase.

    Phrase 0 ends a text. The commonest phrases come first, the others as they are met.
    """
    found: list[str] = []
    numbers: dict[str, list[str]] = {}
    for some, theirs in several:
        found += some
        for phrase, more in theirs.items():
            numbers.setdefault(phrase, []).extend(more)
    counted = Counter(found)
    common = sorted(numbers, key=lambda phrase: -counted[phrase])[:_COMMON]
    index = {phrase: at for at, phrase in enumerate(dict.fromkeys([_END, *common, *numbers]))}
    figures = [int(number) for phrase in list(index)[1:] for number in numbers[phrase]]
    return {
        "w": "\n".join(list(index)[1:]),
        "i": sequence([index[phrase] for phrase in found]),
        "n": planes(figures),
    }


def texts(values: Sequence[str], owns: Sequence[Own], order: Sequence[int]) -> dict[str, Any]:
    """The column of these texts, taken in ``order``, which puts alike ones together."""
    return joined([shapes([values[at] for at in order], [owns[at] for at in order])])
