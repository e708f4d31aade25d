"""Signals that ask us to stop: what is half done is cleared away first."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from generator.peace import ASKING


class Stopped(BaseException):
    """Someone asked us to stop: the system is going down, or the window was closed.

    Like ``KeyboardInterrupt`` it is no error that anything in between could mean to handle.

    Attributes:
        exit_code: 128 and the number of the signal, as shells have it.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Let signals that would end this process at once raise :class:`Stopped` instead.

    What comes after the first one is not heard, a second Ctrl-C neither: what is half done is cleared away in
    peace. A signal that is ignored already (``nohup``) stays so. Only the main thread can change what signals
    do; in any other all stays as it was.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {each: signal.getsignal(each) for each in ASKING}
    for each, handler in before.items():
        if handler in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(each, _stop)
    try:
        yield
    finally:
        for each, handler in before.items():
            if handler is not None:
                signal.signal(each, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    """Stop; nothing more is heard."""
    for each in ASKING:
        signal.signal(each, signal.SIG_IGN)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Stopped(number)
