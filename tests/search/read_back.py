"""Reads columns as the browser does, written a second time from the description of the format."""

from collections.abc import Callable, Sequence
from typing import Any

_DIGITS = {chr(code): at for at, code in enumerate(code for code in range(35, 127) if code != 92)}


def numbers(planes: Sequence[str]) -> list[int]:
    """Planes as numbers."""
    return [
        sum(_DIGITS[digit] * 60**place for place, digit in enumerate(digits))
        for digits in zip(*planes, strict=True)
    ]


def sequence(text: str) -> list[int]:
    """A sequence as numbers."""
    found, digits = [], iter(text)
    for digit in digits:
        lead, before, start = _DIGITS[digit], 0, 0
        for more, leads in enumerate((51, 30, 9, 1)):
            if lead < start + leads:
                value = lead - start
                for _ in range(more):
                    value = value * 91 + _DIGITS[next(digits)]
                found.append(before + value)
                break
            start, before = start + leads, before + leads * 91**more
    return found


def recent(text: str) -> list[int]:
    """Each value's place among the distinct ones."""
    found, known = [], 0
    for back in sequence(text):
        found.append(known - back if back else known)
        known += not back
    return found


def texts(column: dict[str, Any], order: Sequence[int], own: Callable[[int, str], str]) -> list[str]:
    """The texts by row; ``own`` says what a mark stands for."""
    phrases, which, figures = column["w"].split("\n"), sequence(column["i"]), numbers(column["n"])
    often = [which.count(at + 1) * phrase.count("\x01") for at, phrase in enumerate(phrases)]
    queues = [iter(figures[sum(often[:at]) : sum(often[: at + 1])]) for at in range(len(phrases))]
    found, rows, whole = [""] * len(order), iter(order), ""
    for at in which:
        if not at:
            found[next(rows)] = whole
            whole = ""
            continue
        whole += "".join(str(next(queues[at - 1])) if sign == "\x01" else sign for sign in phrases[at - 1])
    return [
        "".join(own(row, sign) if "\x02" <= sign <= "\x06" else sign for sign in text)
        for row, text in enumerate(found)
    ]
