"""The reference data of the demonstration county, and a good record to damage."""

from pathlib import Path

import pytest

from generator.reading.reference import load
from generator.records.reference import Reference

ROOT = Path(__file__).parents[2]
RECORDS = sorted((ROOT / "tests/records").glob("*.yaml"))


@pytest.fixture(scope="session")
def reference() -> Reference:
    reference, findings = load(ROOT)
    assert not findings
    assert reference
    return reference


@pytest.fixture(scope="session")
def good() -> str:
    return (ROOT / "tests/records/SL-2023-9003.yaml").read_text("utf-8")
