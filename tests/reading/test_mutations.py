"""However a record is damaged, reading gives findings or a project, never an exception."""

import random
from pathlib import Path

import pytest

from generator.reading.record import Reading, read
from generator.records.reference import Reference
from tests.reading.conftest import RECORDS
from tests.reading.damage import DAMAGES

SEEDS = 20


def sound(reading: Reading) -> None:
    """A reading has a project or findings; its findings stand at places that the text has."""
    assert (reading.project is None) == bool(reading.findings)
    lines = reading.text.split("\n")
    for each in reading.findings:
        assert each.grade == "error"
        assert 1 <= each.spot.line <= len(lines)
        assert 1 <= each.spot.column <= len(lines[each.spot.line - 1]) + 1, each
        assert each.message.zh.strip()
        assert each.remedy.zh.strip()
    assert reading.locate(("linkages", 0, "nowhere")).file == reading.file
    assert list(reading.findings) == sorted(
        reading.findings, key=lambda each: (each.spot.line, each.spot.column, each.code, each.message.zh)
    )


@pytest.mark.parametrize("kind", DAMAGES)
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_damaged_records(path: Path, kind: str, reference: Reference) -> None:
    data = path.read_bytes()
    for seed in range(SEEDS):
        sound(read(DAMAGES[kind](data, random.Random(f"{kind} {seed}")), path.name, reference))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_records_damaged_again_and_again(path: Path, reference: Reference) -> None:
    chance = random.Random(path.stem)
    ways = [
        DAMAGES[name] for name in sorted(DAMAGES) if name not in ("garble_bytes", "other_encoding", "cut_off")
    ]
    for _ in range(20):
        data = path.read_bytes()
        for _ in range(chance.randrange(2, 8)):
            data = chance.choice(ways)(data, chance)
        sound(read(data, path.name, reference))


def test_the_records_themselves_are_good(reference: Reference) -> None:
    assert all(read(path.read_bytes(), path.name, reference).project for path in RECORDS)
