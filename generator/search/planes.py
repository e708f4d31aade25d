"""Whole numbers as text that compresses well, in three ways.

Digits are the printable ASCII characters from ``#`` on, without the backslash, so they stand in a
script without escapes; they are 91. ``assets/columns.js`` reads what this writes.
"""

from collections.abc import Sequence

_DIGITS = "".join(chr(code) for code in range(35, 127) if code != 92)
BASE = len(_DIGITS)
ROUND = 60
"""The base of planes. Of numbers that people chose round, the lowest digits are few in it."""

_DIGIT = bytes(ord(_DIGITS[value % BASE]) for value in range(256))


def _digits(values: Sequence[int]) -> str:
    """Numbers below the base, a digit each."""
    return bytes(values).translate(_DIGIT).decode()


def planes(values: Sequence[int]) -> list[str]:
    """Non-negative numbers as planes, the lowest digits first; at least one plane.

    The last plane has whatever is left, as one digit.
    """
    found = []
    rest, most = values, max(values, default=0)
    while most >= BASE:
        found.append(_digits([value % ROUND for value in rest]))
        most //= ROUND
        rest = [value // ROUND for value in rest]
    return [*found, _digits(rest)]


_MASK = 6


def masks(values: Sequence[int], bits: int) -> list[str]:
    """Sets of so many words as planes, six words each: words that seldom go together cost little."""
    return [_digits([value >> low & 63 for value in values]) for low in range(0, max(bits, 1), _MASK)]


_LEADS = (51, 30, 9, 1)
"""How many digits lead a number of one, two, three and four characters."""


def sequence(values: Sequence[int]) -> str:
    """Non-negative numbers that follow one another in patterns: small ones as one character, others as more.

    Raises:
        OverflowError: a number is beyond some eight hundred thousand.
    """
    code = {value: coded(value) for value in set(values)}
    return "".join([code[value] for value in values])


def coded(value: int) -> str:
    """One number of a sequence.

    Raises:
        OverflowError: the number is beyond some eight hundred thousand.
    """
    lead = 0
    for more, leads in enumerate(_LEADS):
        if value < leads * BASE**more:
            tail = [_DIGITS[value // BASE**place % BASE] for place in range(more - 1, -1, -1)]
            return _DIGITS[lead + value // BASE**more] + "".join(tail)
        value -= leads * BASE**more
        lead += leads
    raise OverflowError("too many different phrases for one shard")
