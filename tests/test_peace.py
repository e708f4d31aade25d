import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from generator.cli.progress import progress
from generator.cli.stopping import Stopped, stoppable
from generator.peace import ASKING, peace


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = {each: signal.getsignal(each) for each in ASKING}
    yield
    assert {each: signal.getsignal(each) for each in ASKING} == before


def _ask(number: int = signal.SIGINT) -> None:
    os.kill(os.getpid(), number)


def test_who_asks_meanwhile_is_heard_afterwards() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt):
        with peace():
            _ask()
            _ask()
            done.append("all")
        done.append("more")
    assert done == ["all"]


def test_after_an_error_too() -> None:
    with pytest.raises(KeyboardInterrupt) as caught, peace():
        _ask()
        raise ZeroDivisionError
    assert isinstance(caught.value.__context__, ZeroDivisionError)


def test_nobody_asks() -> None:
    with pytest.raises(ZeroDivisionError), peace():
        raise ZeroDivisionError


def test_what_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with peace():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
            _ask(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)


def test_one_within_another() -> None:
    with pytest.raises(KeyboardInterrupt), peace():
        with peace():
            _ask()
        done = True
    assert done


def test_another_thread_changes_nothing() -> None:
    found = []

    def look() -> None:
        with peace():
            found.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [signal.getsignal(signal.SIGINT)]


@pytest.mark.parametrize("first", ASKING)
def test_soon_after_the_first_nothing_is_heard(first: signal.Signals) -> None:
    cleared = []
    with pytest.raises(KeyboardInterrupt if first == signal.SIGINT else Stopped), stoppable():
        try:
            _ask(first)
        finally:
            for each in ASKING:
                _ask(each)
            cleared.append(first)
    assert cleared == [first]


@pytest.mark.parametrize("asked", ASKING)
def test_what_got_lost_is_heeded(asked: signal.Signals) -> None:
    expected = KeyboardInterrupt if asked == signal.SIGINT else Stopped
    with pytest.raises(expected), stoppable():
        with suppress(BaseException):
            _ask(asked)
        with progress() as tick:
            tick(1, 2)
    with stoppable(), progress() as tick:
        tick(1, 2)


def test_who_asks_again_later_is_heard() -> None:
    with pytest.raises(KeyboardInterrupt), stoppable():
        with suppress(BaseException):
            _ask()
        time.sleep(1.1)
        _ask()
