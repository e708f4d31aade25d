"""Who forked early does what he is told beside this process, and has nothing but what he is told."""

import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from generator.build.early import Early
from generator.build.hands import HandLostError, result

_rows: list[int] = []


@pytest.fixture
def early() -> Iterator[Early[object]]:
    """Somebody who forked before there were rows."""
    _rows.clear()
    found: Early[object] = Early()
    _rows.append(1)
    yield found
    found.close()
    assert not active_children()


def _told(much: bytes) -> tuple[int, list[int], bytes]:
    return os.getpid(), _rows, much


def _killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _troubled() -> None:
    raise FileNotFoundError(os.getpid())


def test_works_elsewhere_and_without_rows(early: Early[object]) -> None:
    much = b"x" * 5_000_000
    early.begin(_told, much)
    told = result(early)
    assert isinstance(told, tuple)
    assert told[0] != os.getpid()
    assert told[1:] == ([], much)


def test_holds_nothing_when_the_work_is_done(early: Early[object]) -> None:
    early.begin(_told, b"x" * 5_000_000)
    [process] = active_children()
    process.join(60)
    assert process.exitcode == 0
    assert result(early)


def test_trouble_is_told_here(early: Early[object]) -> None:
    early.begin(_troubled)
    with pytest.raises(FileNotFoundError, match=r"\d+") as trouble:
        result(early)
    assert trouble.value.args != (os.getpid(),)


def test_who_was_killed_is_missed(early: Early[object]) -> None:
    early.begin(_killed)
    with pytest.raises(HandLostError):
        result(early)


def test_who_was_killed_before_is_missed_as_well(early: Early[object]) -> None:
    [process] = active_children()
    process.kill()
    process.join()
    early.begin(_told, b"x" * 5_000_000)
    with pytest.raises(HandLostError):
        result(early)


def test_nobody_need_ask(early: Early[object]) -> None:
    [process] = active_children()
    early.close()
    assert not process.is_alive()
