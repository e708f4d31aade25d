"""The column of credit codes: what a code says by itself is not written down.

The last two characters are checks of the others (GB 11714-1997 and GB 32100-2015), the first ten are
few. ``assets/columns.js`` reads what this writes.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any

from generator.records.credit_code import CHARACTERS, LENGTH, check_character
from generator.search.planes import sequence

_HEAD, _ORGANISATION, _BODY = 10, slice(8, 16), 16
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def credit_codes(values: Sequence[str], operators: Sequence[Hashable]) -> dict[str, Any]:
    """The codes of rows, beside the operators of the same rows.

    ``code`` says for each row which of its operator's codes: 0 a new one, k its k-th newest.
    ``head`` says for each new code with which of ``heads`` it begins, from 1 on, and ``bodies`` has its
    next six characters; 0 stands for a code that is not as codes are, and ``odd`` has it whole.
    """
    known: dict[Hashable, list[str]] = {}
    back, codes = [], []
    for value, operator in zip(values, operators, strict=True):
        mine = known.setdefault(operator, [])
        if value in mine:
            back.append(len(mine) - mine.index(value))
        else:
            back.append(0)
            mine.append(value)
            codes.append(value)
    plain = [_plain(code) for code in codes]
    counted = Counter(code[:_HEAD] for code, good in zip(codes, plain, strict=True) if good)
    heads = sorted(counted, key=lambda head: (-counted[head], head))
    index = {head: at + 1 for at, head in enumerate(heads)}
    return {
        "code": sequence(back),
        "heads": heads,
        "head": sequence(
            [index[code[:_HEAD]] if good else 0 for code, good in zip(codes, plain, strict=True)]
        ),
        "bodies": "".join(code[_HEAD:_BODY] for code, good in zip(codes, plain, strict=True) if good),
        "odd": "\n".join(code for code, good in zip(codes, plain, strict=True) if not good),
    }


def _plain(code: str) -> bool:
    return (
        len(code) == LENGTH
        and set(code) <= _CHARACTERS
        and code[_BODY] == _organisation_check(code[_ORGANISATION])
        and code[-1] == check_character(code[:-1])
    )


_CHARACTERS = frozenset(CHARACTERS)
_VALUE = {each: int(each, 36) for each in CHARACTERS}


def _organisation_check(body: str) -> str:
    """The check character of an organisation's code (GB 11714-1997); ``X`` is no character of all codes."""
    rest = -sum(_VALUE[each] * weight for each, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return "X" if rest == 10 else str(rest)
