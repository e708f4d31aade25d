"""What all processes that we start have in common: they end with the one that started them."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from generator.patience import look_seldom, settle
from generator.peace import ASKING

_ENDING = [each for each in ASKING if each != signal.SIGINT]


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a process can be split in two safely: not where others of its threads may hold locks."""
    return sys.platform == "linux" and threading.active_count() == 1


def prepare() -> None:
    """Prepare a process for much short-lived data: what is loaded by now stays, so do not look through it."""
    # A process that forked must not clear up after the one that it forked from.
    for each in _ENDING:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, signal.SIG_DFL)
    follow()
    settle()
    look_seldom()


def follow() -> None:
    """Let this process end when the one that started it does.

    Were that one killed, nobody would tell this one to stop: it would wait for work for ever. It may be
    stopped from now on, but not from the keyboard (:func:`undisturbed`).
    """
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Processes started meanwhile are not interrupted from the keyboard: we are, and we stop them.

    Nor does anything else stop them before they have begun to :func:`follow`.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ASKING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def dismiss() -> None:
    """Stop all processes that this one started, whatever they are doing."""
    for each in multiprocessing.active_children():
        each.terminate()
