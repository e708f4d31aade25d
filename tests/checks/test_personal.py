"""The personal scan: what it finds, where it says it is, and that it never repeats it."""

import pytest

from generator.checks.example import base
from generator.checks.gate import examine
from generator.checks.personal import PROBLEMS, concealed, mask, scan
from generator.checks.rule import Context
from generator.findings.finding import Bilingual, Finding, Spot
from generator.findings.render_github import render as github
from generator.findings.render_json import render as json_text
from generator.findings.render_people import render as people
from generator.findings.render_sarif import render as sarif
from generator.findings.report import Report
from generator.reading.record import read

FILE = "data/projects/SL-2023-0042.yaml"
MOBILE = "13800138000"
IDENTITY = "990101197805124020"
CARD = "6217991100001234569"


def _codes(text: str) -> list[str]:
    return [finding.code for finding in scan(text, FILE)]


def test_every_kind_has_a_code() -> None:
    text = f"a: {IDENTITY}\nb: {MOBILE}\nc: {CARD}\nd: 马\ue1a3\n"
    assert _codes(text) == ["P001", "P002", "P003", "P004"]
    assert [problem.code for problem in PROBLEMS] == ["P001", "P002", "P003", "P004"]


def test_a_finding_stands_where_the_number_begins() -> None:
    [found] = scan(f"a: 1\nnote: 找张某 {MOBILE} 联系\n", FILE)
    assert found.spot == Spot(FILE, 2, 11)
    assert found.excerpt == "note: 找张某 *********** 联系"


@pytest.mark.parametrize(
    "text",
    [
        f"{MOBILE}: 3\n",
        f"# {MOBILE}\n",
        f"note: |\n  张某\n  {MOBILE}\n",
        f"note: '{MOBILE}'\r\n",
        f"\ufeffnote: {MOBILE}\n",
    ],
    ids=["key", "comment", "block", "line ends", "byte order mark"],
)
def test_anywhere_in_the_text(text: str) -> None:
    assert _codes(text) == ["P002"]
    assert MOBILE not in scan(text, FILE)[0].excerpt


def test_a_folded_number_is_masked_on_both_lines() -> None:
    text = "scope: 联系 1380013\n  8000 张某\n"
    [found] = scan(text, FILE)
    assert found.excerpt == "scope: 联系 *******"
    assert mask(text) == "scope: 联系 *******\n  **** 张某\n"


def test_other_findings_do_not_show_it_either() -> None:
    text = f"name: {MOBILE}\nscope: 电话 1380013\n  8000\n"
    problem = PROBLEMS[0]
    told = Bilingual(f"“{MOBILE}”太短", f"“{MOBILE}” is short")
    found = [
        Finding(problem, Spot(FILE, 1, 7), told, told, excerpt=f"name: {MOBILE}"),
        Finding(problem, Spot(FILE, 3, 3), told, told, excerpt="  8000"),
        Finding(problem, Spot(FILE), told, told),
    ]
    covered = concealed(found, text)
    assert [each.excerpt for each in covered] == ["name: ***********", "  ****", ""]
    assert all(MOBILE not in text for each in covered for text in (*each.message, *each.remedy))
    assert concealed(found, "name: 张某\n") == found


def test_the_gate_shows_no_number_in_any_rendering(context: Context) -> None:
    lines = [f"{key}: {MOBILE}" for key in base() if key not in ("id", "place")]
    text = "\n".join([*lines, f"x{MOBILE}: 1", f"# {IDENTITY}"])
    reading = read(text.encode(), FILE, context.reference)
    found = tuple(examine(reading, context))
    assert len(found) > len(lines)
    report = Report(found, 1, context.reference.policies)
    for rendered in (
        people(report),
        people(report, lang="en"),
        json_text(report),
        github(report),
        sarif(report),
    ):
        assert MOBILE not in rendered
        assert IDENTITY not in rendered
        assert "****" in rendered


def test_private_use_characters_are_told_once_a_line() -> None:
    [one, other] = scan("a: \ue000\uf8ff\nb: 好\nc: \U000f0001\n", FILE)
    assert (one.spot.line, one.spot.column) == (1, 4)
    assert "2 个" in one.message.zh
    assert "U+E000" in one.message.zh
    assert "U+F0001" in other.message.en


@pytest.mark.parametrize("text", ["", "，。：（）", "﨑塚\ufeff\uffff", "\U0001f600\U00020000", "\ud800"])
def test_other_characters_pass(text: str) -> None:
    assert scan(text, FILE) == []
