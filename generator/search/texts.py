"""A column of texts that repeat one another, taken apart: phrases once, then which ones, then their numbers.

What a text shares with its own record (:class:`Own`) becomes a mark, every run of digits another, and
the rest is cut at punctuation into phrases. ``assets/columns.js`` puts it together again.
"""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from sys import intern
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.search.planes import coded, planes

NUMBER, PLACE, TOWNSHIP, OPERATOR, YEAR, SERIAL, VILLAGE = "\x01\x02\x03\x04\x05\x06\x07"
MARKS = {OPERATOR: "operator", PLACE: "place", TOWNSHIP: "township", VILLAGE: "village"}
"""The marks of names, in the order in which names are looked for."""
BETWEEN = "\x1f"
"""Between several values of one field."""

_DIGITS = re.compile(r"(?<![0-9])(0|[1-9][0-9]{0,8})(?![0-9])")
_PHRASE = re.compile(r"[^，；、：。（）\n]+|[，；、：。（）\n]")
_SERIAL = re.compile(r"[0-9]{3,}$")
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

    def restore(self, text: str) -> str:
        """The text with its names instead of their marks; other marks stay."""
        text = text.replace(PLACE, self.place).replace(TOWNSHIP, self.township)
        return text.replace(VILLAGE, self.village).replace(OPERATOR, self.operator)


def serial(id: str) -> str:
    """The number that an id ends in, if it is one that other texts may repeat."""
    found = _SERIAL.search(id)
    return found[0] if found else ""


class Shapes:
    """Texts taken apart, in their order.

    Attributes:
        lines: each text with its marks; one object for all that are alike, for there are very many of few.
        phrases: those of each line, in the order in which lines are first met; alike ones are one object.
    """

    def __init__(
        self,
        lines: Iterable[str],
        digits: "array[int]",
        known: Mapping[str, list[str]] = MappingProxyType({}),
    ) -> None:
        """``lines`` are texts with all their marks, ``digits`` the numbers that marks stand for, in a row.

        The phrases of some lines may be ``known``.
        """
        one: dict[str, str] = {}
        self.lines = [one.setdefault(line, line) for line in lines]
        self.phrases = {
            line: known[line] if line in known else list(map(intern, _PHRASE.findall(line))) for line in one
        }
        self._digits = digits

    @classmethod
    def of(cls, marked: Sequence[str]) -> "Shapes":
        """Take apart texts with marks for what they repeat of their records."""
        # By turns: what lies between numbers, and a number.
        pieces = _DIGITS.split("\n".join(marked))
        lines = NUMBER.join(pieces[::2]).split("\n") if marked else []
        return cls(lines, array("L", map(int, pieces[1::2])))

    @classmethod
    def picked(cls, spots: Iterable[tuple["Shapes", int]]) -> "Shapes":
        """Texts that stand among others, which are taken apart already."""
        lines, digits, known = [], array("L"), dict[str, list[str]]()
        for shapes, at in spots:
            line = shapes.lines[at]
            lines.append(line)
            known[line] = shapes.phrases[line]
            if NUMBER in line:
                digits += shapes._digits[shapes._starts[at] : shapes._starts[at + 1]]
        return cls(lines, digits, known)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """How many numbers stand before each text."""
        many = {line: line.count(NUMBER) for line in self.phrases}
        return array("L", accumulate(map(many.__getitem__, self.lines), initial=0))

    def by_line(self, told: Callable[[list[str]], Any]) -> list[Any]:
        """For each text what is told of the phrases of its line."""
        known = {line: told(phrases) for line, phrases in self.phrases.items()}
        return [known[line] for line in self.lines]

    @cached_property
    def distinct(self) -> dict[str, None]:
        """All phrases, in the order in which they are first met."""
        return dict.fromkeys(chain.from_iterable(self.phrases.values()))

    @cached_property
    def counted(self) -> dict[str, int]:
        """How often each phrase stands there."""
        found = dict.fromkeys(self.distinct, 0)
        for line, many in Counter(self.lines).items():
            for phrase in self.phrases[line]:
                found[phrase] += many
        return found

    def numbers(self) -> dict[str, list[int]]:
        """The numbers in the phrases that have some."""
        found: dict[str, list[int]] = {phrase: [] for phrase in self.distinct if NUMBER in phrase}
        told = {
            line: [(found[phrase], phrase.count(NUMBER)) for phrase in phrases if NUMBER in phrase]
            for line, phrases in self.phrases.items()
            if NUMBER in line
        }
        digits, at = self._digits, 0
        for each in [told[line] for line in self.lines if line in told]:
            for into, many in each:
                into += digits[at : at + many]
                at += many
        return found


def shapes(values: Sequence[str], owns: Iterable[Own]) -> Shapes:
    """Take texts apart. A control character in a text would be taken for a mark, so it is dropped."""
    whole = "".join(values)
    clean = [value.replace("\n", " ") for value in values] if "\n" in whole else values
    if _MARKS.search(whole):
        clean = [_MARKS.sub("", value) for value in clean]
    return Shapes.of([own.mark(value) for value, own in zip(clean, owns, strict=True)])


def column(taken: Shapes, shared: Mapping[str, int] | None = None) -> dict[str, Any]:
    """The column: ``w`` phrases, ``i`` the sequence of which ones, ``n`` planes of the numbers by phrase.

    Phrase 0 ends a text, then come the ``shared`` ones by their numbers, which do not stand in ``w``. Of
    the others the commonest come first, the rest as they are met.
    """
    shared = shared or {}
    counted = taken.counted
    own = [phrase for phrase in counted if phrase not in shared]
    common = sorted(own, key=lambda phrase: -counted[phrase])[:_COMMON]
    own = list(dict.fromkeys([*common, *own]))
    index = {phrase: at for at, phrase in enumerate(own, len(shared) + 1)}
    index |= {phrase: shared[phrase] for phrase in counted if phrase in shared}
    numbers = taken.numbers()
    code = {phrase: coded(at) for phrase, at in index.items()}
    end = coded(0)
    return {
        "w": "\n".join(own),
        "i": "".join(taken.by_line(lambda phrases: "".join([*map(code.__getitem__, phrases), end]))),
        "n": planes(
            [number for phrase in sorted(numbers, key=index.__getitem__) for number in numbers[phrase]]
        ),
    }


def texts(
    values: Sequence[str],
    owns: Sequence[Own],
    order: Sequence[int],
    shared: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """The column of these texts, taken in ``order``, which puts alike ones together."""
    return column(shapes([values[at] for at in order], [owns[at] for at in order]), shared)
