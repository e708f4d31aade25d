"""What all processes that we start have in common: they end with the one that started them."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def follow() -> None:
    """Let this process end when the one that started it does.

    Were that one killed, nobody would tell this one to stop: it would wait for work for ever.
    """
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Processes started meanwhile are not interrupted from the keyboard: we are, and we stop them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def dismiss() -> None:
    """Stop all processes that this one started, whatever they are doing."""
    for each in multiprocessing.active_children():
        each.terminate()
