import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context

import pytest

from generator.build.clock import ClockError, Stopwatch, as_of

ASKED, PINNED = date(2025, 1, 2), date(2024, 3, 4)


def test_what_is_asked_for_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "946684800")
    assert as_of(ASKED, PINNED) == ASKED
    assert as_of(None, PINNED) == PINNED
    assert as_of(None, None) == date(2000, 1, 1)


def test_today_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = date.today()
    assert before <= as_of(None, None) <= date.today()


@pytest.mark.parametrize(
    "epoch", ["", "yesterday", "9" * 30, "-5", "0", "946684799", "4102444800", "200000000000"]
)
def test_a_wrong_epoch_is_told(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ClockError, match="SOURCE_DATE_EPOCH"):
        as_of(None, None)


def test_measures_stages() -> None:
    watch = Stopwatch()
    with watch.stage("sleep"):
        time.sleep(0.05)
    with watch.stage("work"):
        sum(range(1_000_000))
    sleep, work = watch.stages
    assert (sleep.name, work.name) == ("sleep", "work")
    assert sleep.wall >= 0.05 > sleep.cpu
    assert work.cpu > 0


def test_counts_processes_under_way() -> None:
    watch = Stopwatch()
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        executor.submit(sum, range(10)).result()
        with watch.stage("work"):
            executor.submit(sum, range(30_000_000)).result()
    assert watch.stages[0].cpu > 0.1
