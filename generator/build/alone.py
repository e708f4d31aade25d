"""No two builds of one register at a time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

FOLDER = ".gongshi-cache"
"""What builds leave for the next one, beside ``mkdocs.yml``."""

_LOCK = "lock"
_WAITING = "另一个 gongshi 正在生成这个网站，等它做完就接着做。"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let no two builds of one register run at a time: the second waits, and says so.

    Where nothing can be written beside the register there is no cache that two could spoil, and no lock.
    """
    path = root / FOLDER / _LOCK
    lock = FileLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        print(_WAITING, file=sys.stderr, flush=True)
        lock.acquire()
    except OSError:
        pass
    try:
        yield
    finally:
        lock.release()
