import os
import pickle
import select
import signal
import traceback
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from pathlib import Path

import pytest

from generator.answer import Answer
from generator.errors import ToldError

_LARGE = 1 << 20


def _large(letter: str) -> str:
    return letter * _LARGE


def _wrong(error: Exception) -> None:
    raise error


def _killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_an_answer_waits_in_a_file_and_goes_when_it_is_taken(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        answers = [Answer(pool, tmp_path, _large, letter) for letter in "abc"]
        assert [answer.result() for answer in answers] == [letter * _LARGE for letter in "abc"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("error", [None, ValueError("x" * _LARGE)])
def test_what_goes_through_the_pipe_is_there_whole_or_not_at_all(
    tmp_path: Path, error: Exception | None
) -> None:
    """So much and no more the system writes in one go (POSIX, ``PIPE_BUF``)."""
    with ProcessPoolExecutor(1) as pool:
        answer = Answer(pool, tmp_path, _wrong, error) if error else Answer(pool, tmp_path, _large, "a")
        told = answer._future.result()
    assert len(pickle.dumps(told)) < select.PIPE_BUF // 4


def test_what_went_wrong_is_raised_here_with_where_it_happened(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as pool:
        with pytest.raises(ZeroDivisionError, match="of ours") as caught:
            Answer(pool, tmp_path, _wrong, ZeroDivisionError("of ours")).result()
        assert "in _wrong" in "".join(traceback.format_exception(caught.value))
        with pytest.raises(ToldError) as told:
            Answer(pool, tmp_path, _wrong, ToldError("说过的")).result()
        assert "in _wrong" not in "".join(traceback.format_exception(told.value))
    assert not list(tmp_path.iterdir())


class _UnlikeError(Exception):
    """Does not survive the way it goes."""

    def __init__(self) -> None:
        super().__init__("told", lambda: None)


def _unlike() -> None:
    raise _UnlikeError


def test_an_error_that_cannot_travel_is_told_all_the_same(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as pool, pytest.raises(RuntimeError, match="_UnlikeError"):
        Answer(pool, tmp_path, _unlike).result()
    assert not list(tmp_path.iterdir())


def test_whose_process_was_killed(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as pool, pytest.raises(BrokenExecutor):
        Answer(pool, tmp_path, _killed).result()
