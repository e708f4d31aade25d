"""Staging and atomic replacement: the published site is whole at every moment, the old one or the new."""

import ctypes
import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.peace import peace

PREFIX = ".gongshi-"
_ASIDE = "-old-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


_claimed: set[Path] = set()
"""The folders that this process has claimed: a dead one may have had its number (in containers most do)."""


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """An empty folder beside ``site``, on the same file system, that is gone afterwards.

    What killed builds left behind is cleared away first; a site that one of them had moved aside and not
    replaced yet comes back.

    Raises:
        OSError: the folder above ``site`` cannot be written, or ``site`` is no folder.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists() and not site.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site))
    _bring_back(site)
    clear_left_behind(site.parent)
    folder = claimed(site.parent)
    try:
        yield folder
    finally:
        with peace():
            shutil.rmtree(folder, ignore_errors=True)


def claimed(place: Path) -> Path:
    """A new folder in ``place`` that bears this process's number.

    Raises:
        OSError: ``place`` cannot be written.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place))
    _claimed.add(folder)
    return folder


def publish(folder: Path, site: Path) -> None:
    """Put ``folder`` in the place of ``site``; the old content, if any, ends up in ``folder``.

    Where the system can exchange two folders in one step it does; elsewhere two renames follow each
    other directly.

    Raises:
        OSError: the site cannot be replaced; it is what it was.
    """
    folder.chmod(0o755)
    if not site.exists():
        folder.rename(site)
    elif not exchange(folder, site):
        old = site.with_name(f"{PREFIX}{os.getpid()}{_ASIDE}{site.name}")
        site.rename(old)
        try:
            folder.rename(site)
        except BaseException:
            old.rename(site)
            raise
        old.rename(folder)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot, and nothing was done."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)


def clear_left_behind(place: Path) -> None:
    """Clear the folders, named ``.gongshi-PID-…``, of processes that are no more."""
    for each in sorted(place.glob(f"{PREFIX}*-*")):
        if _abandoned(each):
            shutil.rmtree(each, ignore_errors=True)


def _bring_back(site: Path) -> None:
    """Where two renames publish a site, a build may have been killed between them."""
    for each in sorted(site.parent.glob(f"{PREFIX}*{_ASIDE}{glob.escape(site.name)}")):
        if _abandoned(each) and not site.exists():
            each.rename(site)


def _abandoned(folder: Path) -> bool:
    owner = folder.name.removeprefix(PREFIX).split("-")[0]
    if not owner.isdigit():
        return False
    return folder not in _claimed if int(owner) == os.getpid() else not _alive(int(owner))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
