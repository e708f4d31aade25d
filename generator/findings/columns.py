"""How wide a text is on a terminal, where a Chinese character takes two columns."""

from unicodedata import category, east_asian_width

_ELLIPSIS = "…"


def width(text: str) -> int:
    """The columns that a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def cut(line: str, column: int, room: int) -> tuple[str, int]:
    """The part of a long line around a column (counted from 1), and the columns that lie before it.

    What was cut off is marked with an ellipsis.
    """
    at = min(column - 1, len(line))
    if width(line) <= room:
        return line, width(line[:at])
    start = at
    while start > 0 and width(line[start - 1 : at]) <= room // 3:
        start -= 1
    end = at
    while end < len(line) and width(line[start : end + 1]) <= room - 4:
        end += 1
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(line) else ""
    return before + line[start:end] + after, width(before + line[start:at])
