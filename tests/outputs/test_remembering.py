"""What is told of many records together is told anew of a changed run only, and comes out the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import blake2b

import pytest

from generator.outputs.remembering import forgetful, of_runs
from generator.reading.record import read_file
from generator.reading.reference import load
from generator.records.summary import Row, summarise
from tests.county import ROOT, records


class _Memory:
    """Remembers, and counts what it is told."""

    def __init__(self) -> None:
        self.told: dict[tuple[str, bytes], bytes] = {}

    def __call__(self, kind: str, content: bytes, make: Callable[[], bytes]) -> bytes:
        if (kind, content) not in self.told:
            self.told[kind, content] = make()
        return self.told[kind, content]


def _numbered(row: Row, number: int, text: str = "") -> Row:
    content = blake2b(f"{number}{text}".encode(), digest_size=16).digest()
    return replace(row, id=f"SL-2024-{number:04}", digest=content)


@pytest.fixture(scope="module")
def row() -> Row:
    """The row of a record of the demonstration county."""
    reference, _ = load(ROOT)
    assert reference
    file = records(ROOT)[0]
    project = read_file(file, file.name, reference).project
    assert project
    return summarise(project, file.name)


@pytest.fixture
def many(row: Row) -> list[Row]:
    """Rows enough for several runs."""
    return [_numbered(row, number) for number in range(2000)]


def _ids(rows: Sequence[Row]) -> list[str]:
    return [row.id for row in rows]


def _told(rows: Sequence[Row], memory: _Memory) -> list[str]:
    return [each for run in of_runs(rows, "ids", _ids, memory) for each in run]


def test_runs_together_are_all_rows_in_their_order(many: list[Row]) -> None:
    memory = _Memory()
    assert _told(many, memory) == _ids(many)
    assert len(memory.told) > 5
    assert list(of_runs(many, "ids", _ids, forgetful)) == [_ids(many)]


@pytest.mark.parametrize("change", ["edit", "add", "delete", "first", "last"])
def test_of_a_change_little_is_told_anew(many: list[Row], row: Row, change: str) -> None:
    memory = _Memory()
    _told(many, memory)
    before, after = len(memory.told), list(many)
    at = {"first": 0, "last": len(many)}.get(change, 700)
    if change == "edit":
        after[at] = _numbered(row, at, "changed")
    elif change == "delete":
        del after[at]
    else:
        after.insert(at, _numbered(row, 9999))
    assert _told(after, memory) == _ids(after)
    assert 1 <= len(memory.told) - before <= 2


def test_kinds_are_told_apart(many: list[Row]) -> None:
    memory = _Memory()
    _told(many, memory)
    assert sum(of_runs(many, "count", len, memory)) == len(many)


def test_few_rows_are_not_remembered(many: list[Row]) -> None:
    memory = _Memory()
    assert _told(many[:20], memory) == _ids(many[:20])
    assert _told([], memory) == []
    assert not memory.told
