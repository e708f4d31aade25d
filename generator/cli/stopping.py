"""Signals that ask us to stop: what is half done is cleared away first."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from generator.peace import ASKING

STOPPED = "已经停下。网站没有做坏：还是原来的，或者已经整个换成新的。"
"""What is said at the end."""
_SOON = 1.0
"""Seconds in which nothing more is heard."""


class Stopped(BaseException):
    """Someone asked us to stop: the system is going down, or the window was closed.

    Like ``KeyboardInterrupt`` it is no error that anything in between could mean to handle.

    Attributes:
        exit_code: 128 and the number of the signal, as shells have it.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


def listen() -> None:
    """Let signals that would end this process at once raise :class:`Stopped` instead, from now on.

    Ctrl-C raises ``KeyboardInterrupt``, as it always does. What comes soon after one that was heard is not: a
    system that goes down asks in several ways at once. A signal that is ignored already (``nohup``) stays so.
    """
    for each in ASKING:
        if signal.getsignal(each) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(each, _stop)


@contextmanager
def stoppable() -> Iterator[None]:
    """The same for a while. Only the main thread can change what signals do; in any other nothing changes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {each: signal.getsignal(each) for each in ASKING}
    listen()
    try:
        yield
    finally:
        for each, handler in before.items():
            if handler is not None:
                signal.signal(each, handler)
        if _stop not in before.values():
            _asked.clear()


def asked() -> int:
    """The exit code of whom somebody has asked to stop; 0 where nobody has."""
    return 128 + _asked[-1][0] if _asked else 0


def heed() -> None:
    """Stop if somebody asked for it and it got lost: where C calls Python, not all heed what that raises."""
    if _asked:
        _raise(_asked[-1][0])


def heedful(progress: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """Progress that heeds who asks to stop, too."""

    def tick(done: int, many: int) -> None:
        heed()
        progress(done, many)

    return tick


def deafen() -> None:
    """Go on to the end, whoever asks to stop."""
    for each in ASKING:
        # To ignore it would be told as an error of Python's where another one has come already.
        signal.signal(each, _deaf)


_asked: list[tuple[int, float]] = []
"""The signals that were heard, and when."""


def _stop(number: int, frame: FrameType | None) -> None:
    now = time.monotonic()
    if _asked and now - _asked[-1][1] < _SOON:
        return
    _asked.append((number, now))
    _raise(number)


def _raise(number: int) -> NoReturn:
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Stopped(number)


def _deaf(number: int, frame: FrameType | None) -> None:
    """Go on."""
