"""No two builds of one register at a time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.build.files import FOLDER
from generator.outputs.file import NEW

LOCK = "lock"
_WAITING = "另一个 gongshi 正在生成这个网站，等它做完就接着做。"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let no two builds of one register run at a time: the second waits, and says so.

    Where nothing can be written beside the register there is no cache that two could spoil, and no lock.
    """
    path = root / FOLDER / LOCK
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
        if lock.is_locked:
            _clear(path.parent)
        yield
    finally:
        lock.release()


def _clear(folder: Path) -> None:
    """Clear files that a killed build was writing; whoever else writes here, writes its file again."""
    for each in (*folder.glob(f"*{NEW}"), *folder.glob(f"*/*{NEW}")):
        with suppress(OSError):
            each.unlink()
