"""A column of texts that repeat one another, taken apart: phrases once, then which ones, then their numbers.

What a text shares with its own record (:class:`Own`) becomes a mark, every run of digits another, and
the rest is cut after punctuation into phrases. ``assets/columns.js`` puts it together again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.search.planes import planes

NUMBER, PLACE, TOWNSHIP, OPERATOR, YEAR, SERIAL, AMOUNT = "\x01\x02\x03\x04\x05\x06\x07"
_DIGITS = re.compile(r"(?<![0-9])(?:0|[1-9][0-9]{0,8})(?![0-9])")
_PHRASE = re.compile(r"[^，；、：。（）]*[，；、：。（）]?")
_SERIAL = re.compile(r"[0-9]{3,}$")
_MARKS = re.compile("[\x01-\x07]")


@dataclass(frozen=True, slots=True)
class Own:
    """What a record's texts are likely to repeat of it: names, its year, the number that its id ends in.

    ``amount`` is the investment in 万元, with at most two decimals.
    """

    place: str = ""
    township: str = ""
    operator: str = ""
    year: str = ""
    id: str = ""
    amount: str = ""

    def mark(self, text: str) -> str:
        """The text with marks for what it repeats."""
        for own, mark in ((self.operator, OPERATOR), (self.place, PLACE), (self.township, TOWNSHIP)):
            if own:
                text = text.replace(own, mark)
        if self.amount:
            text = re.sub(rf"(?<![0-9.]){re.escape(self.amount)}(?= ?万元)", AMOUNT, text)
        if self.year:
            text = text.replace(self.year, YEAR)
        serial = _SERIAL.search(self.id)
        return text.replace(serial[0], SERIAL) if serial else text


def texts(values: Sequence[str], owns: Sequence[Own], order: Sequence[int]) -> dict[str, Any]:
    """The column: ``w`` phrases, ``i`` planes of the phrases of all texts, ``n`` planes of the numbers by phrase.

    The texts are taken in ``order``, which puts alike ones together; phrase 0 ends a text. A
    control character in a text would be taken for a mark, so it is dropped.
    """
    index: dict[str, int] = {}
    sequence: list[int] = []
    numbers: list[list[int]] = [[]]
    for at in order:
        for phrase in _PHRASE.findall(owns[at].mark(_MARKS.sub("", values[at]).replace("\n", " "))):
            if phrase:
                _take(phrase, index, sequence, numbers)
        sequence.append(0)
    figures = [number for each in numbers for number in each]
    return {"w": "\n".join(index), "i": planes(sequence), "n": planes(figures)}


def _take(phrase: str, index: dict[str, int], sequence: list[int], numbers: list[list[int]]) -> None:
    shape = _DIGITS.sub(NUMBER, phrase)
    at = index.get(shape)
    if at is None:
        at = index[shape] = len(numbers)
        numbers.append([])
    sequence.append(at)
    if NUMBER in shape:
        numbers[at] += map(int, _DIGITS.findall(phrase))
