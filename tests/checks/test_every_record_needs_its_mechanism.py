"""Remove ``linkages`` from any one of the county's records, and M001 refuses it."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.findings.finding import Grade
from generator.reading.record import read
from generator.reading.reference import load
from generator.records.reference import Reference
from tests.county import ROOT, records, without

AS_OF = date(2025, 11, 20)


@pytest.fixture(scope="module")
def reference() -> Reference:
    found, findings = load(ROOT)
    assert not findings
    assert found
    return found


@pytest.mark.parametrize("record", records(ROOT), ids=lambda path: path.stem)
def test_refused_without_and_accepted_with(record: Path, reference: Reference, tmp_path: Path) -> None:
    context = Context(reference, AS_OF)
    whole = examine(read(record.read_bytes(), record.name, reference), context)
    assert not [each for each in whole if each.grade is Grade.ERROR]
    copy = tmp_path / record.name
    copy.write_bytes(record.read_bytes())
    without(copy, "linkages")
    found = [
        each
        for each in examine(read(copy.read_bytes(), copy.name, reference), context)
        if each.code == "M001"
    ]
    assert [(each.grade, each.excerpt) for each in found] == [(Grade.ERROR, f"id: {record.stem}")]
    assert found[0].problem.clauses == ("ningling-2022-106/7-2", "changji-2023-8/16")
