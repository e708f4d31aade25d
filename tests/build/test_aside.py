"""What is looked up aside is what would have been found here, whatever happens to who looks."""

import os
import signal
import time
from functools import partial
from multiprocessing import active_children

import pytest

from generator.build import aside as module
from generator.build.aside import aside

_HERE = os.getpid()


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processors, and no thread that holds a lock."""
    monkeypatch.setattr(module, "processors", lambda: 2)
    monkeypatch.setattr(module, "may_fork", lambda: True)


def _killed() -> int:
    if os.getpid() != _HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def _troubled() -> int:
    raise FileNotFoundError(os.getpid())


def _large() -> bytes:
    return b"x" * 5_000_000 + str(os.getpid()).encode()


def test_another_process_looks() -> None:
    with aside(os.getpid) as found:
        assert found() != os.getpid()
    assert not active_children()


def test_much_comes_whole() -> None:
    with aside(_large) as found:
        told = found()
    assert len(told.lstrip(b"x")) > 0
    assert told.startswith(b"x" * 5_000_000)
    assert told.lstrip(b"x") != str(os.getpid()).encode()


def test_this_process_looks_where_no_other_is_wanted() -> None:
    with aside(os.getpid, wanted=False) as found:
        assert found() == os.getpid()


@pytest.mark.parametrize(("what", "answer"), [("processors", 1), ("may_fork", False)])
def test_this_process_looks_where_no_other_can(
    monkeypatch: pytest.MonkeyPatch, what: str, answer: object
) -> None:
    monkeypatch.setattr(module, what, lambda: answer)
    with aside(os.getpid) as found:
        assert found() == os.getpid()


def test_this_process_looks_when_the_other_is_gone() -> None:
    with aside(_killed) as found:
        assert found() == os.getpid()


def test_trouble_is_met_here_as_well() -> None:
    with aside(_troubled) as found, pytest.raises(FileNotFoundError, match=str(os.getpid())):
        found()


def test_nobody_need_ask() -> None:
    since = time.monotonic()
    with aside(partial(time.sleep, 60)):
        assert active_children()
    assert not active_children()
    assert time.monotonic() - since < 30


def test_an_error_leaves_nobody_behind() -> None:
    with pytest.raises(KeyError), aside(partial(time.sleep, 60)):
        raise KeyError
    assert not active_children()
