"""Staging and atomic replacement: the published site is whole at every moment, the old one or the new."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".gongshi-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """An empty folder beside ``site``, on the same file system, that is gone afterwards.

    What killed builds left behind is cleared away first.

    Raises:
        OSError: the folder above ``site`` cannot be written.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    clear_left_behind(site.parent)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=site.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(folder: Path, site: Path) -> None:
    """Put ``folder`` in the place of ``site``; the old content, if any, ends up in ``folder``.

    Where the system can exchange two folders in one step it does; elsewhere two renames follow each
    other directly.
    """
    folder.chmod(0o755)
    if not site.exists():
        folder.rename(site)
    elif not exchange(folder, site):
        old = folder.with_name(folder.name + "-old")
        site.rename(old)
        folder.rename(site)
        old.rename(folder)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot, and nothing was done."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)


def clear_left_behind(folder: Path) -> None:
    """Clear the folders, named ``.gongshi-PID-…``, of processes that are no more."""
    for each in sorted(folder.glob(f"{PREFIX}*-*")):
        owner = each.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdigit() and not _alive(int(owner)):
            shutil.rmtree(each, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
