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


def listen() -> None:
    """Let signals that would end this process at once raise :class:`Stopped` instead, from now on.

    What comes after the first one is not heard, a second Ctrl-C neither: what is half done is cleared away in
    peace. A signal that is ignored already (``nohup``) stays so.
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
            # Who has been stopped stays deaf.
            if handler not in (None, _stop):
                signal.signal(each, handler)


def deafen() -> None:
    """Go on to the end, whoever asks to stop."""
    for each in ASKING:
        # To ignore it would be told as an error of Python's where another one has come already.
        signal.signal(each, _deaf)


def _stop(number: int, frame: FrameType | None) -> None:
    """Stop; nothing more is heard."""
    deafen()
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Stopped(number)


def _deaf(number: int, frame: FrameType | None) -> None:
    """Go on."""
