"""What people read at a terminal."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings.columns import cut, width
from generator.findings.finding import Spot
from generator.findings.render_people import render, summary
from generator.findings.report import Report, shown
from tests.findings.conftest import ERROR, FILE, MOBILE, finding

GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[Path, str], None]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings(lang: str, report: Report, golden: Golden) -> None:
    golden(GOLDEN / f"people-{lang}.txt", render(report, lang=lang))


def test_colour_changes_nothing_but_colour(report: Report) -> None:
    coloured = render(report, colour=True)
    assert "\033[1;31m" in coloured
    assert re.sub(r"\033\[[0-9;]*m", "", coloured) == render(report)


def test_without_colour_no_terminal_code_comes_through(report: Report) -> None:
    assert "\033" not in render(report)
    assert MOBILE not in render(report, lang="en")


@pytest.mark.parametrize(("lang", "words"), [("zh", "没有发现问题"), ("en", "no problems found")])
def test_it_says_so_when_nothing_was_found(lang: str, words: str, clean: Report) -> None:
    assert words in render(clean, lang=lang)
    assert render(clean, lang=lang).count("\n") == 1


def test_the_summary_counts_by_grade(report: Report) -> None:
    assert summary(report) == "检查了 120 个文件，发现 2 处错误、1 处警告、1 处提示。"
    assert summary(report, "en") == "Checked 120 file(s), found 2 error(s), 1 warning(s), 1 note(s)."


@pytest.mark.parametrize(
    ("excerpt", "column"),
    [
        ("name: 柳湾", 7),
        ("    名称：柳湾，rate: 6", 11),
        ("ａｂ柳x: 1", 5),
        ("e\u0301: 梨", 3),
        ("x", 9),
        ("note: " + "梨" * 400 + "MARK" + "梨" * 400, 407),
    ],
)
def test_the_caret_stands_under_its_column(excerpt: str, column: int) -> None:
    text = render(Report((finding(ERROR, Spot(FILE, 3, column), excerpt),), 1), columns=80)
    source, caret = (line.split("| ", 1)[1] for line in text.splitlines()[2:4])
    assert width(source) <= 80
    under = caret.index("^")
    character = excerpt[column - 1] if column <= len(excerpt) else ""
    at = max(at for at in range(len(source) + 1) if width(source[:at]) == under)
    assert source[at : at + 1] == character or (not character and at == len(source))


@pytest.mark.parametrize("column", [1, 2, 199, 400, 401])
def test_a_long_line_is_cut_around_its_column(column: int) -> None:
    part, before = cut("梨" * 400, column, 60)
    assert width(part) <= 60
    assert before <= width(part)
    assert part.startswith("…") == (column > 2 and before > 0)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\tb\nc", "a b c"),
        ("梨\u3000梨", "梨\u3000梨"),
        ("\u202eabc", "\ufffdabc"),
        (f"电话 {MOBILE}", "电话 ***********"),
    ],
)
def test_what_is_shown_is_harmless(text: str, safe: str) -> None:
    assert shown(text) == safe
    assert len(shown(text)) == len(text)
