"""Whole numbers as text that compresses well: one character a digit, one string a digit's place.

The digits have base 91 and are the printable ASCII characters from ``#`` on, without the backslash,
so a plane stands in a script without escapes. ``assets/columns.js`` reads what this writes.
"""

from collections.abc import Sequence

_DIGITS = "".join(chr(code) for code in range(35, 127) if code != 92)
BASE = len(_DIGITS)


def planes(values: Sequence[int]) -> list[str]:
    """Non-negative numbers as planes, the lowest digits first; at least one plane."""
    found = ["".join([_DIGITS[value % BASE] for value in values])]
    rest, most = values, max(values, default=0)
    while most >= BASE:
        most //= BASE
        rest = [value // BASE for value in rest]
        found.append("".join([_DIGITS[value % BASE] for value in rest]))
    return found
