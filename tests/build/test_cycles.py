"""The map leaves no cycles, so that nobody need look for them among the rows while it runs."""

import gc
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from generator.build import mapping
from generator.build.job import Outcome, Worker
from generator.build.options import OnReject, Options
from generator.build.pipeline import Register, build
from generator.demo.county import write
from generator.demo.starter import starter
from generator.settings import load
from tests.county import records
from tests.reading.damage import DAMAGES


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A county in which every other record is damaged, in all the ways there are."""
    write(tmp_path, 130, 1, starter())
    chance = Random(1)
    for damage, record in zip([*DAMAGES.values()] * 4, records(tmp_path)[::2], strict=False):
        record.write_bytes(damage(record.read_bytes(), chance))
    return tmp_path


def test_whatever_is_read_and_rendered_leaves_no_cycle(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[int] = []
    refused: list[bool] = []

    class Watched(Worker):
        def work(self, files: Iterable[str]) -> list[Outcome]:
            some = list(files)
            # What others left, and what is made once and for all, does not count.
            super().work(some)
            gc.collect()
            assert not gc.isenabled()
            done = super().work(some)
            left.append(gc.collect())
            refused.extend(each.refused for each in done)
            return done

    monkeypatch.setattr(mapping, "Worker", Watched)
    monkeypatch.setattr(mapping, "_FEW", 16)
    monkeypatch.setattr(mapping, "_MANY", 16)
    assert build(county, load(county), Options(workers=1, on_reject=OnReject.EXCLUDE)).published
    assert any(refused)
    assert not all(refused)
    assert left == [0] * len(left)
    assert len(left) > 5


def test_nothing_is_withheld_from_the_collector_after_a_check(county: Path) -> None:
    Register.open(county, load(county), Options(workers=1, cache=False)).examine()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
