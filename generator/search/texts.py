"""A column of texts that repeat one another, taken apart: phrases once, then which ones, then their numbers.

What a text shares with its own record (:class:`Own`) becomes a mark, every run of digits another, and
the rest is cut at punctuation into phrases. ``assets/columns.js`` puts it together again.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.search.planes import planes, sequence

NUMBER, PLACE, TOWNSHIP, OPERATOR, YEAR, SERIAL, AMOUNT = "\x01\x02\x03\x04\x05\x06\x07"
BETWEEN = "\x1f"
"""Between several values of one field."""

_DIGITS = re.compile(r"(?<![0-9])(?:0|[1-9][0-9]{0,8})(?![0-9])")
_PHRASE = re.compile(r"[^，；、：。（）]+|[，；、：。（）]")
_WAN = re.compile(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?= ?万元)")
_SERIAL = re.compile(r"[0-9]{3,}$")
_END = ""
_COMMON = 50
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
            text = _WAN.sub(lambda found: AMOUNT if found[0] == self.amount else found[0], text)
        if self.year:
            text = text.replace(self.year, YEAR)
        serial = _SERIAL.search(self.id)
        return text.replace(serial[0], SERIAL) if serial else text


def texts(values: Sequence[str], owns: Sequence[Own], order: Sequence[int]) -> dict[str, Any]:
    """The column: ``w`` phrases, ``i`` the sequence of which ones, ``n`` planes of the numbers by phrase.

    The texts are taken in ``order``, which puts alike ones together; phrase 0 ends a text. The
    commonest phrases come first, the others as they are met. A control character in a text would be
    taken for a mark, so it is dropped.
    """
    shapes: list[str] = [_END]
    numbers: dict[str, list[int]] = {}
    for at in order:
        for phrase in _PHRASE.findall(owns[at].mark(_MARKS.sub("", values[at]).replace("\n", " "))):
            shape = _DIGITS.sub(NUMBER, phrase)
            shapes.append(shape)
            numbers.setdefault(shape, []).extend(map(int, _DIGITS.findall(phrase)) if NUMBER in shape else ())
        shapes.append(_END)
    counted = Counter(shapes)
    common = sorted(numbers, key=lambda shape: -counted[shape])[:_COMMON]
    index = {shape: at for at, shape in enumerate(dict.fromkeys([_END, *common, *numbers]))}
    figures = [number for shape in list(index)[1:] for number in numbers[shape]]
    which = sequence([index[shape] for shape in shapes[1:]])
    return {"w": "\n".join(list(index)[1:]), "i": which, "n": planes(figures)}
