"""Records as clerks damage them, each with a golden file of what the gate says of it.

``tests/broken/<CODE>-<slug>.yaml`` is one record, judged alone. ``tests/broken/<CODE>-<slug>/`` is a
small register, judged with the register-wide rules. Beside it ``<CODE>-<slug>.txt`` has one line for
every finding: grade, code, line:column, path, message; in a register the file's name comes first.
``pytest tests/checks/test_broken.py --renew-golden`` writes these anew.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.catalogue import problems
from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.findings.finding import Finding
from generator.reading.record import Reading, read
from tests.checks.judging import judge

BROKEN = Path(__file__).parents[1] / "broken"
CASES = sorted(each for each in BROKEN.iterdir() if each.suffix != ".txt")
CODES = [code for code in problems() if code[0] not in "SYEL"]


def _line(finding: Finding) -> str:
    keys = ".".join(map(str, finding.path)) or "-"
    spot = finding.spot
    return f"{finding.grade} {finding.code} {spot.line}:{spot.column} {keys} {finding.message.zh}\n"


def _read(file: Path, context: Context) -> Reading:
    return read(file.read_bytes(), f"data/projects/{file.name}", context.reference)


def _findings(case: Path, context: Context) -> tuple[list[Finding], str]:
    if case.is_dir():
        found = judge([_read(file, context) for file in sorted(case.glob("*.yaml"))], context)
        return found, "".join(f"{Path(each.spot.file).name} {_line(each)}" for each in found)
    found = examine(_read(case, context), context)
    return found, "".join(map(_line, found))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_broken_record(case: Path, context: Context, golden: Callable[[Path, str], None]) -> None:
    found, text = _findings(case, context)
    assert case.stem.split("-")[0] in {finding.code for finding in found}, text
    golden(case.with_suffix(".txt"), text)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_broken_record(code: str) -> None:
    assert any(case.name.startswith(f"{code}-") for case in CASES)


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.suffix == ".yaml"], ids=lambda case: case.name
)
def test_a_broken_record_says_what_was_broken(case: Path) -> None:
    first = case.read_text("utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert first.isascii()


def test_golden_files_have_a_case_each() -> None:
    stems = {case.with_suffix(".txt").name for case in CASES}
    assert {each.name for each in BROKEN.glob("*.txt")} == stems
