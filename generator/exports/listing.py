"""Several texts in one cell: parted by ；, and in quotes where a text has a ； or a line end itself."""

import json
import re
from collections.abc import Iterable

SEPARATOR = "；"
_PART = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"\s*(?=[；;\n]|$)|([^；;\n]*))(?:[；;\n]|$)')


def joined(texts: Iterable[str]) -> str:
    """The texts as one; :func:`parted` takes them apart again."""
    return SEPARATOR.join(json.dumps(each, ensure_ascii=False) if _odd(each) else each for each in texts)


def parted(text: str) -> list[str]:
    """The texts in a cell, without blanks around them; empty ones are left out."""
    found: list[str] = []
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        assert match, "every text has a part"
        quoted, plain = match.groups()
        if quoted is not None:
            found.append(_unquoted(quoted))
        elif plain.strip():
            found.append(plain.strip())
        position = max(match.end(), position + 1)
    return found


def _odd(text: str) -> bool:
    return text.startswith('"') or text != text.strip() or any(each in text for each in "；;\n")


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text
