"""What is looked up by a process beside this one, while this one goes on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from generator.peace import peace
from generator.workers import may_fork, prepare, processors, undisturbed

Found = TypeVar("Found")


@contextmanager
def aside(look: Callable[[], Found], wanted: bool = True) -> Iterator[Callable[[], Found]]:
    """Let a process beside this one ``look`` something up; whoever asks for what it found waits for it.

    It may only read, for this process does it itself, when it is asked for, where no process can fork from
    this one, where none is ``wanted``, and where the other is gone or met with trouble, which is then told
    here. Nobody need ask; the other is gone afterwards in any case.
    """
    if not wanted or processors() == 1 or not may_fork():
        yield look
        return
    receiving, sending = Pipe(duplex=False)
    other = get_context("fork").Process(target=_look, args=(look, sending), daemon=True)
    with undisturbed():
        other.start()
    sending.close()
    try:
        yield partial(_found, look, receiving)
    finally:
        with peace():
            receiving.close()
            other.kill()
            other.join()


def _look(look: Callable[[], object], sending: Connection) -> None:
    prepare()
    with suppress(Exception):
        sending.send(look())


def _found(look: Callable[[], Found], receiving: Connection) -> Found:
    try:
        found: Found = receiving.recv()
    except (EOFError, OSError):
        return look()
    return found
