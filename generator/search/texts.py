"""A column of texts that repeat one another, taken apart: phrases once, then which ones, then their numbers.

What a text shares with its own record (:class:`Own`) becomes a mark, every run of digits another, and
the rest is cut at punctuation into phrases. ``assets/columns.js`` puts it together again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.search.planes import planes, sequence

NUMBER, PLACE, TOWNSHIP, OPERATOR, YEAR, SERIAL, VILLAGE = "\x01\x02\x03\x04\x05\x06\x07"
BETWEEN = "\x1f"
"""Between several values of one field."""

_DIGITS = re.compile(r"(?<![0-9])(0|[1-9][0-9]{0,8})(?![0-9])")
_PHRASE = re.compile(r"[^，；、：。（）\n]+|[，；、：。（）\n]")
_SERIAL = re.compile(r"[0-9]{3,}$")
END = "\n"
"""Stands after the phrases of each text."""

_COMMON = 50
_MARKS = re.compile("[\x01-\x07]")


class Own(NamedTuple):
    """What a record's texts are likely to repeat of it: names, its year, the number that its id ends in."""

    place: str = ""
    township: str = ""
    operator: str = ""
    year: str = ""
    serial: str = ""
    village: str = ""

    def mark(self, text: str) -> str:
        """The text with marks for what it repeats."""
        place, township, operator, year, serial, village = self
        if operator:
            text = text.replace(operator, OPERATOR)
        if place:
            text = text.replace(place, PLACE)
        if township:
            text = text.replace(township, TOWNSHIP)
        if village:
            text = text.replace(village, VILLAGE)
        if year:
            text = text.replace(year, YEAR)
        return text.replace(serial, SERIAL) if serial else text

    def names(self) -> tuple[str, ...]:
        """The names that a row is found by."""
        return self.operator, self.place, self.township, self.village

    def restore(self, text: str) -> str:
        """The text with its names instead of their marks; other marks stay."""
        text = text.replace(PLACE, self.place).replace(TOWNSHIP, self.township)
        return text.replace(VILLAGE, self.village).replace(OPERATOR, self.operator)


def serial(id: str) -> str:
    """The number that an id ends in, if it is one that other texts may repeat."""
    found = _SERIAL.search(id)
    return found[0] if found else ""


class Shapes(NamedTuple):
    """Texts taken apart: their phrases in a row, each text ended; and the numbers in them by phrase."""

    phrases: list[str]
    numbers: dict[str, list[int]]

    def by_text(self) -> Iterator[list[str]]:
        """The phrases of each text."""
        start = 0
        for at, phrase in enumerate(self.phrases):
            if phrase == END:
                yield self.phrases[start:at]
                start = at + 1

    def lasts(self) -> list[str]:
        """The phrase that each text ends with, for each text; empty for an empty one."""
        before = [END, *self.phrases]
        lasts = [before[at] for at, phrase in enumerate(self.phrases) if phrase == END]
        return ["" if last == END else last for last in lasts]


def shapes(values: Sequence[str], owns: Iterable[Own]) -> Shapes:
    """Take texts apart. A control character in a text would be taken for a mark, so it is dropped."""
    clean = [value.replace("\n", " ") for value in values]
    if _MARKS.search("".join(values)):
        clean = [_MARKS.sub("", value) for value in clean]
    whole = "\n".join([own.mark(value) for value, own in zip(clean, owns, strict=True)])
    digits, at = _DIGITS.findall(whole), 0
    found = _same(_PHRASE.findall(_DIGITS.sub(NUMBER, whole) + END)) if values else []
    numbers: dict[str, list[int]] = {phrase: [] for phrase in found if phrase != END}
    told = {phrase: (into, phrase.count(NUMBER)) for phrase, into in numbers.items() if NUMBER in phrase}
    for into, many in [told[phrase] for phrase in found if phrase in told]:
        into += map(int, digits[at : at + many])
        at += many
    return Shapes(found, numbers)


def _same(phrases: list[str]) -> list[str]:
    """The phrases with one object for all that are alike: there are very many of few."""
    one = {phrase: phrase for phrase in phrases}
    return [one[phrase] for phrase in phrases]


def column(taken: Shapes, shared: Mapping[str, int] | None = None) -> dict[str, Any]:
    """The column: ``w`` phrases, ``i`` the sequence of which ones, ``n`` planes of the numbers by phrase.

    Phrase 0 ends a text, then come the ``shared`` ones by their numbers, which do not stand in ``w``. Of
    the others the commonest come first, the rest as they are met.
    """
    found, numbers = taken
    shared = shared or {}
    own = [phrase for phrase in numbers if phrase not in shared]
    counted = Counter(found)
    common = sorted(own, key=lambda phrase: -counted[phrase])[:_COMMON]
    index = {END: 0, **shared}
    for phrase in dict.fromkeys([*common, *own]):
        index[phrase] = len(index)
    by_number = sorted(numbers, key=index.__getitem__)
    return {
        "w": "\n".join(list(index)[len(shared) + 1 :]),
        "i": sequence([index[phrase] for phrase in found]),
        "n": planes([number for phrase in by_number for number in numbers[phrase]]),
    }


def texts(
    values: Sequence[str],
    owns: Sequence[Own],
    order: Sequence[int],
    shared: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """The column of these texts, taken in ``order``, which puts alike ones together."""
    return column(shapes([values[at] for at in order], [owns[at] for at in order]), shared)
