"""What is told of a workbook speaks of columns and cells: no key of a record, no code of a word."""

import re
from pathlib import Path

import pytest

from generator.checks.catalogue import problems
from generator.checks.example import Example, examples
from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.findings.finding import Finding
from generator.ledger.wording import Wording
from generator.reading.record import read
from generator.records.reference import Reference
from tests.checks.judging import judge_example
from tests.county import copy_county
from tests.ledger.run import run

RULES = [code for code in problems() if code[0] in "MFOADNPR" and code != "R002"]
BROKEN = sorted((Path(__file__).parents[1] / "broken").glob("*.yaml"))
OF_FILES = re.compile("[YE]|S00[1345]|S02[1-9]|S03|R002")
"""Codes that no cell of a workbook can give: of YAML, of reference data, of pages that people write."""

_LATIN = re.compile("[a-z][a-z_]+")
_ALLOWED = frozenset({"gongshi", "ledger", "import"})


def _names(text: str, wording: Wording) -> set[str]:
    """The keys and codes in a text; what it quotes of the input is the clerk's own."""
    return set(_LATIN.findall(re.sub("“[^”]*”", "", text))) - _ALLOWED


def _check(finding: Finding, wording: Wording) -> None:
    told = wording.told(finding)
    for text in (told.message.zh, told.remedy.zh):
        assert not _names(text, wording), (finding.code, text)
        assert "data/" not in text
        assert ".yaml" not in text
    assert "_" not in re.sub("“[^”]*”", "", told.message.en + told.remedy.en)


@pytest.fixture(scope="module")
def wording(reference: Reference) -> Wording:
    return Wording(reference)


@pytest.mark.parametrize(
    ("code", "example"),
    [
        pytest.param(code, each, id=f"{code}-{at}")
        for code in RULES
        for at, each in enumerate(examples(code).bad)
    ],
)
def test_what_rules_say(code: str, example: Example, context: Context, wording: Wording) -> None:
    found = [finding for finding in judge_example(example, context) if finding.code == code]
    assert found
    for finding in found:
        _check(finding, wording)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_what_the_reading_says(path: Path, context: Context, wording: Wording) -> None:
    reading = read(path.read_bytes(), f"data/projects/{path.name}", context.reference)
    for finding in examine(reading, context):
        if not OF_FILES.match(finding.code):
            _check(finding, wording)


@pytest.mark.parametrize("code", [code for code in problems() if not OF_FILES.match(code)])
def test_every_remedy_of_the_catalogue(code: str, wording: Wording) -> None:
    problem = problems()[code]
    finding = Finding(problem, None, problem.message, problem.remedy)  # type: ignore[arg-type]
    told = wording.told(finding)
    for text in (told.message.zh, told.remedy.zh):
        assert not _names(re.sub(r"\{\w+\}", "", text), wording), text


def test_what_the_command_says_of_a_ledger_that_others_drew_up(tmp_path: Path, wording: Wording) -> None:
    shape = next((Path(__file__).parent / "shapes").glob("2-*"))
    ledger = tmp_path / "台账.xlsx"
    ledger.write_bytes(shape.read_bytes())
    done = run("ledger", "import", str(ledger), "--root", str(copy_county(tmp_path / "county")), "--dry-run")
    told = done.out[: done.out.index("没有读进记录的")]
    assert "S002" in told
    assert not _names(told, wording)
