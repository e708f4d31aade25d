"""A process that forked early, while there were no rows, and so never comes to have a copy of them."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar

from generator.answer import tell, told
from generator.workers import prepare, undisturbed

Made = TypeVar("Made")


class Early(Generic[Made]):
    """Does one piece of work, beside this process and with nothing but what it is told; then it ends.

    What comes of it waits in a file, so that its memory is free as soon as the work is done.
    """

    def __init__(self) -> None:
        self._told = TemporaryFile()  # noqa: SIM115 - closed by :meth:`close`
        waiting, self._asking = Pipe(duplex=False)
        self._process = get_context("fork").Process(
            target=_work, args=(waiting, self._asking, self._told), daemon=True
        )
        with undisturbed():
            self._process.start()
        waiting.close()

    def begin(self, work: Callable[..., Made], *arguments: object) -> None:
        """Let ``work`` be done; it and its arguments must be picklable. Nothing can be begun after it."""
        # Should the process be gone, that is told by who asks for the result.
        with suppress(BrokenPipeError):
            self._asking.send((work, arguments))

    def result(self) -> Made:
        """What came of the work; what went wrong with it is raised here.

        Raises:
            BrokenExecutor: the process was killed.
        """
        self._process.join()
        if self._process.exitcode:
            raise BrokenExecutor
        self._told.seek(0)
        found: Made = told(self._told)
        return found

    def close(self) -> None:
        """Let it go, whatever it is doing."""
        self._asking.close()
        self._process.kill()
        self._process.join()
        self._told.close()


def _work(waiting: Connection, asking: Connection, file: IO[bytes]) -> None:
    asking.close()
    prepare()
    with suppress(EOFError):
        work, arguments = waiting.recv()
        tell(work, arguments, file)
        file.flush()
