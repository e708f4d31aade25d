"""The unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last a check."""

from operator import mul
from typing import Literal

LENGTH = 18
CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters in the order of their values; I, O, S, V and Z are not used."""

_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_WITH_CHECK = (*_WEIGHTS, 1)
_VALUES = {character: value for value, character in enumerate(CHARACTERS)}

Fault = Literal["length", "character", "check"]


def check_character(body: str) -> str:
    """The check character of the first 17 characters.

    Raises:
        KeyError: a character is not one of the 31.
        ValueError: there are not 17 of them.
    """
    total = sum(_VALUES[character] * weight for character, weight in zip(body, _WEIGHTS, strict=True))
    return CHARACTERS[-total % len(CHARACTERS)]


def fault(code: str) -> Fault | None:
    """What is wrong with a code: its length, a character, the check character; None if nothing."""
    if len(code) != LENGTH:
        return "length"
    try:
        total = sum(map(mul, map(_VALUES.__getitem__, code), _WITH_CHECK))
    except KeyError:
        return "character"
    return "check" if total % len(CHARACTERS) else None
