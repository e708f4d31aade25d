"""The fast reader and the authority never disagree.

Whenever the fast reader takes a text, the authority must find no fault with it and read the same
value, and whatever is in it must be found where the authority finds it; libyaml and PyYAML's own
parser must read it alike, too. What the fast reader leaves alone is no matter. The texts: all good
records, their mutations, every broken case, records that hypothesis writes, and texts that it puts
together from everything that is nasty in YAML.
"""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.reading.keys import known
from generator.reading.mapping import by_authority
from generator.reading.plain import quick
from generator.reading.section import spot
from generator.records.project import Project
from tests.reading.cases import STRUCTURE, SYNTAX
from tests.reading.conftest import RECORDS, ROOT
from tests.reading.damage import DAMAGES

KEYS = known(Project) | {"a", "b", "c"}
PARSERS = [yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)]
MANY = settings(max_examples=1500, deadline=None, derandomize=True)


def agree(text: str) -> bool:
    """Whether the fast reader took the text; fails where the authority would have said otherwise."""
    value = quick(text, KEYS)
    if value is None:
        return False
    for parser in PARSERS:
        mapping = by_authority(text, KEYS, parser)
        assert not mapping.faults, (text, mapping.faults)
        assert mapping.value == value, text
    assert mapping.root
    # Each place takes time, so of every text others are looked at.
    for path in ((), ("absent",), ("absent", 0), *list(paths(value))[len(text) % 9 :: 9]):
        assert spot(text, path) == mapping.root.find(path), (text, path)
    return True


def paths(value: Any) -> Iterator[Any]:
    """The paths to everything in a value, and one from every map and list to what is not there."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        yield (key,)
        if isinstance(part, dict | list):
            yield key, "absent"
            yield from ((key, *below) for below in paths(part))


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


LONG = [
    "{}",
    "a:{}x: y: z",
    "a: x{}: y",
    "a: x{}#y",
    "-{}x: y: z",
    "{}x: y: z",
    "a: {{a: x{}y, b: }}",
    "a: {{a: [x{}y, z], b: }}",
    "a: {{a: 'x'{}y}}",
]


@pytest.mark.parametrize("line", LONG)
@pytest.mark.parametrize("filling", [" ", "x", ", x", ", b: y", ":x", "#x"])
def test_long_lines_take_no_longer_than_they_must(line: str, filling: str) -> None:
    """Patterns that go back over a long line again and again would take minutes here."""
    begun = time.process_time()
    quick(f"a: b\n{line.format(filling * 100_000)}\n", KEYS)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("path", [*RECORDS, *files(ROOT / "tests/broken")], ids=lambda path: path.stem)
def test_records_of_the_tests(path: Path) -> None:
    agree(path.read_text("utf-8-sig"))


def test_good_records_take_the_fast_way() -> None:
    """The demonstration county is written in plain YAML, or the fast way would be of no use."""
    paths = files(ROOT / "data/projects")
    slow = [path.name for path in paths if not agree(path.read_text("utf-8"))]
    assert len(slow) * 20 <= len(paths), slow


def test_broken_cases(good: str) -> None:
    for case in (*SYNTAX, *STRUCTURE):
        agree(case.broken(good))


def test_mutated_records() -> None:
    taken = 0
    for path in RECORDS:
        for kind, damage in DAMAGES.items():
            for seed in range(12):
                try:
                    text = damage(path.read_bytes(), random.Random(f"{kind} {seed}")).decode("utf-8")
                except UnicodeDecodeError:
                    continue
                taken += agree(text)
    assert taken > 50, "mutations must leave enough that the fast reader takes"


# fmt: off
PIECES = st.sampled_from([
    "a", "b", "c:", "a: ", "b:", "- ", "-", "? ", ": ", ":", " ", "  ", "    ", "\n", "\n  ", "\n- ",
    "\n  - ", "#", " #", " # ", "'", "\"", "''", "\\\"", "\\", "{", "}", "[", "]", ",", ", ", "{a: b}",
    "[a, b]", "{}", "&x ", "*x", "!t ", "!!str ", "<<: ", ">\n", "---", "---\n", "...\n", "%YAML 1.1\n",
    "@", "`", "~", "null", "true", "no", "010", "0x1F", "1e3", "1_000", "12:30", ".5", "-1", "+1", "=",
    "<<", "2023-03-01", "名称", "：", "，", "“", "”", "、", "\u3000", "\u00a0", "\t", "\u2028", "\u0085",
    "\ufeff", "😀", "\u0000", "\u007f", "x y", "x: y", "x:y", "x #y", "x#y", "'x'", "\"x\"", "'x' y",
    "\"x\", ", "a: b\n", "a:\n  b: c\n", "- a: b\n  ", "|\n", "|-\n  ",
])
# fmt: on


@MANY
@given(st.lists(PIECES, max_size=24))
@example(["a: b", "\n  ", "c"])
@example(["a:", "\n- ", "b", "\n  - ", "c"])
@example(["a: ", "{a: b}", "x"])
def test_nasty_texts(pieces: list[str]) -> None:
    agree("".join(pieces))


@MANY
@given(st.text(st.sampled_from("ab:-# \n'\"{}[],&*!|>%@`~?\\\t一：，.0"), max_size=40))
def test_texts_of_signs(text: str) -> None:
    agree(text)


# fmt: off
ENDS = st.sampled_from([
    "x", "x y ", "'x'", "\"x: y\"", "", "{a: x, b: y}", "[x, y]", "{a: }", "~", "null", "# x", "x # y",
    "{a: x, ", "{a: x]", "[a: x}", "{a: [x, {b: y}]}", "[ x ,y ]", "[]", "{}", "一、二", "[一，二]", "x:y",
    "x#y", "#x", "[x", "-x", "{a: x , b: y}",
    "[，x]", "{a: [，x]}", "{a: [x，]}", "{a: [x, y], b: z}", "{a: [\"x\", \"y: z\"], b: \"]\"}",
    "{a: [\"\"]}", "{a: x, a: y}", "{a: [x], a: y}", "{a: null}", "[x, null]", "{a: [null, x]}", "null # x",
    "null #x", "nully", "{a: nully}", "Null ", "{a: x} # y", "{a: x}  ", "[x] # y", "{a: x, }", "{a: [x, ]}",
    "{a: \"x\"} #y", "{a: t, b: u, c: v, d: w, e: x, f: y}", "{a: t, b: u, c: v, d: w, e: x, f: y, g: z}",
    "[t, u, v, w, x, y, z]", "{a: t, b: u, c: v, d: w, e: x, f: y, a: z}",
])
# fmt: on
LINES = st.tuples(
    st.sampled_from(["", "  ", "    ", "   ", " "]),
    st.sampled_from(["", "- ", "-  ", "- - "]),
    st.sampled_from(["a: ", "b: ", "c:", "a:  ", "name: ", "year: ", ""]),
    ENDS,
).map("".join)


@MANY
@given(st.lists(LINES, min_size=1, max_size=9).map("\n".join))
def test_lines_with_odd_indentation(text: str) -> None:
    agree(text)


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12)
VALUES: st.SearchStrategy[Any] = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@MANY
@given(st.dictionaries(st.sampled_from(["a", "b", "c", "name"]), VALUES, min_size=1), st.booleans())
def test_whatever_a_writer_of_yaml_writes(value: dict[str, Any], flow: bool) -> None:
    """Values of any text, as PyYAML writes them: the authority reads them back, and both agree."""
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=1000, indent=2)
    agree(text)


def plain_yaml(value: Any, indent: int) -> str:
    if isinstance(value, dict) and value:
        lines = (f"{' ' * indent}{key}:{_below(each, indent)}" for key, each in value.items())
        return "\n".join(lines)
    return "\n".join(f"{' ' * indent}- {_flow(each)}" for each in value)


def _below(value: Any, indent: int) -> str:
    return f" {_flow(value)}" if isinstance(value, str) or not value else "\n" + plain_yaml(value, indent + 2)


def _flow(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return f"[{', '.join(_flow(each) for each in value)}]"
    return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"


TIDY: st.SearchStrategy[Any] = st.recursive(
    st.text(st.sampled_from("AZaz09一龥é、。（）“”-_/+.%"), min_size=1).filter(
        lambda text: text[0] not in "-_/+.%"
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)


@MANY
@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), TIDY, min_size=1))
def test_tidy_records_take_the_fast_way(value: dict[str, Any]) -> None:
    text = plain_yaml(value, 0)
    assert agree(text), text
    assert quick(text, KEYS) == value
