"""Finding a value's place in plain YAML without parsing more of the text than the part that it stands in."""

import re

from generator.findings.finding import Path
from generator.reading.nodes import parse

_KEY = re.compile("^[a-z_]", re.MULTILINE)


def spot(text: str, path: Path) -> tuple[int, int]:
    """Line and column of a path in a text that :func:`generator.reading.plain.quick` takes.

    It is what :meth:`generator.reading.nodes.Node.find` tells of the whole text. In plain YAML, what stands
    below a key of the file begins with the line of that key and ends before that of the next one.
    """
    start = _start(text, path)
    if start is None:
        first = _KEY.search(text)
        assert first, "a text that gave a value has a key"
        return text.count("\n", 0, first.start()) + 1, 1
    following = _KEY.search(text, start + 1)
    root = parse(text[start : following.start() if following else len(text)]).root
    assert root, "a key is a part"
    line, column = root.find(path)
    return line + text.count("\n", 0, start), column


def _start(text: str, path: Path) -> int | None:
    """Where the line of the path's first key begins, or None where the text has no such key."""
    key = f"{path[0]}:" if path else ":"
    if text.startswith(key):
        return 0
    found = text.find(f"\n{key}")
    return found + 1 if found >= 0 else None
