"""How people space the digits of a number: 138-0013-8000, 6222 0212 3456 7890 123."""

import re
from itertools import pairwise

from generator.records.privacy.sequences import BLANK, DASH, DOT, FOLD, JOINED, Sequence

_MOBILE = frozenset(
    [
        (11,),
        (3, 4, 4),
        (3, 8),
        (7, 4),
        (4, 3, 4),
        (3, 3, 5),
        (3, 5, 3),
        (3, 4, 2, 2),
        (3, 2, 2, 4),
        (3, 2, 2, 2, 2),
        (1,) * 11,
    ]
)
_WITH_DOTS = _MOBILE - {(3, 8), (7, 4)}
"""138.00138000 is a decimal number."""

_ANY_MARKS = frozenset([(3, 4, 4), (1,) * 11])
"""Shapes that are a telephone's even where the marks differ."""

_DATE = re.compile(r"20(?:1[5-9]|[2-4]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
"""A day of which a register may speak; whatever else eight digits may be, they may be a subscriber's."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CARD_GROUP = 4
_BIN = 6

Shape = tuple[int, ...]


def sizes(found: Sequence, start: int, end: int, apart: frozenset[str]) -> Shape:
    """The sizes of the groups from one digit to another, with these gaps keeping groups apart."""
    heads = [start, *(at for at in range(start + 1, end) if found.gaps[at] in apart), end]
    return tuple(other - one for one, other in pairwise(heads))


def shapes(found: Sequence, start: int, end: int) -> set[Shape]:
    """The shapes in which some digits may be read: the end of a line may stand for a gap or for none."""
    apart = frozenset([BLANK, DASH, DOT])
    return {sizes(found, start, end, apart), sizes(found, start, end, apart | {FOLD})}


def marks(found: Sequence, start: int, end: int) -> set[str]:
    """The kinds of gaps between some digits, without the ends of lines."""
    return set(found.gaps[start + 1 : end]) - {JOINED, FOLD}


def folds(found: Sequence, start: int, end: int) -> int:
    """How many ends of lines there are between some digits."""
    return found.gaps[start + 1 : end].count(FOLD)


def mobile_shaped(shape: Shape, kinds: set[str], digits: str) -> bool:
    """Whether people space mobile numbers like this; a number beside a date is none."""
    if len(kinds) > 1:
        return shape in _ANY_MARKS
    if shape in ((3, 8), (3, 4, 2, 2)) and _DATE.fullmatch(digits[3:]):
        return False
    if shape == (7, 4) and _YEAR.fullmatch(digits[7:]):
        return False
    return shape in (_WITH_DOTS if DOT in kinds else _MOBILE)


def card_shaped(shape: Shape, kinds: set[str]) -> bool:
    """Whether people space card numbers like this."""
    if len(kinds) > 1:
        return False
    if len(shape) <= 1 or set(shape) == {1}:
        return True
    if len(shape) == 2:
        return shape[0] == _BIN
    if shape in ((4, 6, 5), (4, 6, 4)):
        return True
    return set(shape[:-1]) == {_CARD_GROUP} and shape[-1] <= _CARD_GROUP
