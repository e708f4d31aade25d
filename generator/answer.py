"""What comes of work in another process: it waits in a file until it is asked for."""

import os
import pickle
import tempfile
import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Generic, TypeVar

from generator.errors import ToldError

Made = TypeVar("Made")

LOST = "有一个工作进程中途没有了，多半是内存不够，被系统停掉的"
"""What is said where a process that worked for us was killed, before what came of that and what to do."""


class Answer(Generic[Made]):
    """What comes of a piece of work that was given to an executor of ours.

    Through Python's pipe only the file's name comes, which is there whole or not at all. Of something larger
    a process may leave half when it is killed, and who reads it would wait for the rest for ever: Python
    itself holds the other end of the pipe open.
    """

    def __init__(
        self, executor: Executor, folder: Path, work: Callable[..., Made], *arguments: object
    ) -> None:
        """Let ``work`` be done; what comes of it lies in a ``folder`` meanwhile.

        Raises:
            BrokenExecutor: a process of the executor was killed.
        """
        self._future: Future[str] = executor.submit(_answer, folder, work, arguments)

    def result(self) -> Made:
        """What came of the work, once; what went wrong with it is raised here.

        Raises:
            BrokenExecutor: the process was killed.
        """
        path = Path(self._future.result())
        try:
            with path.open("rb") as file:
                found: Made = told(file)
        finally:
            with suppress(OSError):
                path.unlink()
        return found


def tell(work: Callable[..., Any], arguments: Iterable[Any], file: IO[bytes]) -> None:
    """Do some work, and put into a file what comes of it, or what went wrong; :func:`told` has it back."""
    answer: tuple[Any, Exception | None]
    try:
        answer = work(*arguments), None
    except Exception as error:
        answer = None, _portable(error)
    pickle.dump(answer, file, pickle.HIGHEST_PROTOCOL)


def told(file: IO[bytes]) -> Any:
    """What came of the work that a file tells of; what went wrong with it is raised here."""
    made, error = pickle.load(file)
    if error:
        raise error
    return made


def _answer(folder: Path, work: Callable[..., Any], arguments: tuple[Any, ...]) -> str:
    descriptor, path = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            tell(work, arguments, file)
    except OSError as error:
        error.filename = path
        raise
    return path


def _portable(error: Exception) -> Exception:
    """An error that arrives elsewhere, with where it happened if that is no matter of course."""
    where = traceback.format_exc()
    if not isinstance(error, ToldError | OSError):
        error.add_note(where)
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(where)
    return error
