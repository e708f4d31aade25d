"""The map: spreads the files of a register over processes."""

import multiprocessing
import os
import pickle
import tempfile
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from generator.build.job import Job, Outcome, Worker, run, start

_CHUNK = 100
_AHEAD = 4
_WORTH_PROCESSES = 300


def outcomes(job: Job, files: list[str], workers: int | None = None) -> Iterator[Outcome]:
    """What came of every file, in the order of ``files``.

    Small registers are done in this process: starting others costs more than it saves. The order and
    the content do not depend on ``workers`` (default: one per processor).
    """
    count = min(workers or processors(), -(-len(files) // _CHUNK))
    if count <= 1 or len(files) < _WORTH_PROCESSES:
        yield from _here(job, files)
        return
    with _written(job) as note:
        executor = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), start, (note,))
        with executor, closing(_spread(executor, files, count)) as done:
            yield from done


@contextmanager
def _written(job: Job) -> Iterator[str]:
    """The job in a file: handed over directly, a process that dies while starting would stall us.

    (Python writes a new process's arguments into a pipe whose other end it holds open itself, and
    waits for ever when they are more than the pipe takes and nobody reads.)
    """
    with tempfile.TemporaryDirectory(prefix="gongshi-") as folder:
        note = Path(folder) / "job"
        note.write_bytes(pickle.dumps(job))
        yield str(note)


def _here(job: Job, files: list[str]) -> Iterator[Outcome]:
    worker = Worker(job)
    for file in files:
        yield from worker.work([file])


def _spread(executor: Executor, files: list[str], count: int) -> Generator[Outcome, None, None]:
    """Keep a few chunks a process under way, so that memory does not grow with the register."""
    under_way: deque[Future[list[Outcome]]] = deque()
    for at in range(0, len(files), _CHUNK):
        under_way.append(executor.submit(run, files[at : at + _CHUNK]))
        if len(under_way) > count * _AHEAD:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
