"""Who does the work of a build: this process, processes of this machine, or an executor from elsewhere."""

import multiprocessing
import pickle
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from generator.answer import LOST, Answer
from generator.build.early import Early
from generator.build.staging import claimed, clear_left_behind
from generator.errors import ToldError
from generator.peace import peace
from generator.workers import dismiss, may_fork, prepare, processors, undisturbed

Made = TypeVar("Made")
Coming: TypeAlias = Future[Made] | Answer[Made] | Early[Made]
"""What comes of a piece of work, here or elsewhere: :func:`result` waits for it."""

WORTH_PROCESSES = 300
"""So many records are worth the start of other processes."""
LEAN = 25_000
"""With more rows than this, two who work must spare memory: each would come to have all rows for himself."""

_AHEAD = 4
_CLEAR = "import shutil, sys\nfor each in sys.argv[1:]: shutil.rmtree(each, ignore_errors=True)"
_LOST = f"{LOST}；网站没有更新。\n请关掉别的程序再运行一次；还是不行，就加上 --jobs 1，慢一些，但省内存。"


class HandLostError(ToldError):
    """A process that worked for us is gone, killed by the system or by someone (exit code 2)."""

    def __init__(self, told: str = _LOST) -> None:
        super().__init__(told)


class Hands:
    """An executor that is started when it is first needed, and the way to hand it things once.

    Attributes:
        count: how many can work at a time.
        here: how many of them, at most, on this machine.
        early: who has forked before there were rows, if somebody has.
    """

    def __init__(self, many: int, executor: Executor | None = None, shared: Path | None = None) -> None:
        self.count = many
        self.here = min(many, processors()) if executor else many
        self._executor = executor
        self._own = executor is None
        self._begin = many
        self._forked = False
        self.early: Early[Any] | None = None
        place = shared or Path(tempfile.gettempdir())
        clear_left_behind(place)
        self._notes = claimed(place)

    def submit(self, work: Callable[..., Made], *arguments: object) -> Coming[Made]:
        """Let ``work`` be done; it and its arguments must be picklable, and the arguments small."""
        # Python starts a process of its own with a pool, and lets signals through when it has done so.
        with undisturbed():
            executor = self._started()
        try:
            with undisturbed():
                if self._own:
                    return Answer(executor, self._notes, work, *arguments)
                return executor.submit(work, *arguments)
        except BrokenExecutor as error:
            raise HandLostError from error

    def foresee(self, rows: int) -> None:
        """Before so many rows are loaded: where two must spare memory, one forks now and has none of them."""
        if rows > LEAN and self.count == 2 and self._own and may_fork():
            self.early = Early()

    def apart(self, work: Callable[..., Made], *arguments: object) -> Coming[Made]:
        """Let ``work`` be done, once in a build, by a process that has no rows if there is one."""
        if not self.early:
            return self.submit(work, *arguments)
        self.rest()
        self.early.begin(work, *arguments)
        return self.early

    @contextmanager
    def clearing(self, *folders: Path) -> Iterator[None]:
        """Let folders be cleared while something else is done here; before it, where nobody is at hand."""
        there = [folder for folder in folders if folder.exists()]
        if not there or not (self._forked or self.early):
            for folder in there:
                shutil.rmtree(folder, ignore_errors=True)
            yield
            return
        # Who forked from this process now would come to have a copy of all that it has.
        with undisturbed():
            other = subprocess.Popen([sys.executable, "-ISc", _CLEAR, *there], stderr=subprocess.DEVNULL)
        with other:
            yield

    def beside(self) -> bool:
        """Let one process work from now on, beside this one and with all that it has; whether that can be."""
        if self.count == 1 or not self._own or not may_fork():
            return False
        self._begin = 1
        return True

    def note(self, value: object) -> str:
        """Note something large for all who work; :func:`noted` reads it, once in each process.

        Processes that fork from this one have it already. For others it is written down. (Python writes
        what is handed to a new process into a pipe whose other end it holds open itself, and waits for
        ever when that is more than the pipe takes and the process died before reading.)
        """
        if self._forked:
            self.rest()
        note = str(self._notes / str(next(_numbers)))
        _noted[note] = value
        if self._executor:
            self._write()
        return note

    def rest(self) -> None:
        """Let those go whom we started, with all that they hold; others begin when there is work again."""
        if self._own and self._executor:
            self._executor.shutdown()
            self._executor = None

    def _started(self) -> Executor:
        if self._executor is None:
            self._forked = may_fork()
            if not self._forked:
                self._write()
            context = multiprocessing.get_context("fork" if self._forked else "spawn")
            self._executor = ProcessPoolExecutor(self._begin, context, prepare)
        return self._executor

    def _write(self) -> None:
        """Write down the notes that others could not read otherwise."""
        for note in [each for each in _noted if Path(each).parent == self._notes]:
            with Path(note).open("wb") as file:
                pickle.dump(_noted.pop(note), file, pickle.HIGHEST_PROTOCOL)

    def spread(
        self, work: Callable[..., list[Made]], note: str, items: Iterable[Any]
    ) -> Generator[Made, None, None]:
        """Do ``work(note, item)`` for all items; what comes of them, in their order.

        Only a few are under way at a time, so that memory does not grow with how many there are.
        """
        under_way: deque[Coming[list[Made]]] = deque()
        for item in items:
            under_way.append(self.submit(work, note, item))
            if len(under_way) > self.count * _AHEAD:
                yield from result(under_way.popleft())
        while under_way:
            yield from result(under_way.popleft())

    def stop(self) -> None:
        """Stop those whom we started: what they are doing is not wanted any more."""
        if self._own and self._executor:
            dismiss()

    def close(self) -> None:
        """Let those go whom we started."""
        if self.early:
            self.early.close()
        if self._own and self._executor:
            self._executor.shutdown(cancel_futures=True)
        for note in [each for each in _noted if Path(each).parent == self._notes]:
            del _noted[note]
        shutil.rmtree(self._notes, ignore_errors=True)


@contextmanager
def hands(
    many: int | None = None, executor: Executor | None = None, shared: Path | None = None
) -> Iterator[Hands]:
    """Hands for one build: ``many`` processes (default: one per processor), or an ``executor``.

    An executor that works on other machines needs a ``shared`` folder that all of them see under one name;
    no other build may use it at that time.
    """
    found = Hands(many or processors(), executor, shared)
    try:
        yield found
    except BaseException:
        with peace():
            found.stop()
        raise
    finally:
        with peace():
            found.close()


def result(coming: Coming[Made]) -> Made:
    """What came of a piece of work.

    Raises:
        HandLostError: the process that did it is gone.
    """
    try:
        return coming.result()
    except BrokenExecutor as error:
        raise HandLostError from error


_numbers = count()
_noted: dict[str, object] = {}
"""Notes that are not written down: processes that fork from this one have them as they are."""

_kept: dict[int, tuple[str, Any]] = {}
"""What was made of a note, by thread: an executor may let several work in one process."""


def noted(note: str, make: Callable[[Any], Made]) -> Made:
    """What ``make`` makes of a note; made once in each thread, and kept until another note is read."""
    thread = threading.get_ident()
    if thread not in _kept or _kept[thread][0] != note:
        value = _noted[note] if note in _noted else pickle.loads(Path(note).read_bytes())
        _kept[thread] = note, make(value)
    made: Made = _kept[thread][1]
    return made


def forget() -> None:
    """Forget what was made of notes: for processes that outlive the build."""
    _kept.clear()
