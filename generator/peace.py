"""Clearing up in peace: whoever asks us to stop meanwhile is heard afterwards."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ASKING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals that ask a process to stop."""


@contextmanager
def peace() -> Iterator[None]:
    """Let what is cleared up meanwhile be cleared up whole: signals that ask us to stop wait until then.

    Half of it done, a pool of processes may wait for ever, and a folder stays until the next build. What
    comes in the microseconds in which this begins is heard at once. Only the main thread hears of signals; in
    any other all is as it was.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {each: signal.getsignal(each) for each in ASKING}
    try:
        for each, handler in before.items():
            if callable(handler):
                signal.signal(each, lambda number, _: came.append(number))
        yield
    finally:
        for each, handler in before.items():
            if callable(handler):
                signal.signal(each, handler)
        for number in came[:1]:
            signal.raise_signal(number)
