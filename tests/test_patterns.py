"""No pattern uses possessive quantifiers or atomic groups.

Python before 3.11.5 matches them wrongly where something within them backtracks (gh-106052): there the
fast reader of YAML lost lines. gongshi promises every 3.11.
"""

import ast
import re

from tests.county import ROOT

SOURCES = sorted((ROOT / "generator").rglob("*.py"))
POSSESSIVE = re.compile(r"(?<!\\)(?:[*+?]|\{[0-9,]+\})[+]|\(\?>")


def possessive(source: str) -> list[str]:
    """All texts in a source that would be such a pattern; braces doubled for an f-string count, too."""
    texts = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return [text for text in texts if isinstance(text, str) and POSSESSIVE.search(text)]


def test_no_pattern_is_possessive() -> None:
    found = {str(path.relative_to(ROOT)): possessive(path.read_text("utf-8")) for path in SOURCES}
    assert found
    assert not any(found.values()), {file: texts for file, texts in found.items() if texts}


def test_possessive_patterns_would_be_found() -> None:
    signs = ["a*" + "+", "a?" + "+b", "a+" + "+", "a{1,40}" + "+", "(?" + ">a)"]
    for sign in signs:
        assert possessive(f"x = {sign!r}") == [sign]
    assert len(possessive("x = rf'{a}{{0,3}}" + "+'")) == 1
