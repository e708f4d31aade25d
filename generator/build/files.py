"""The files of a register: where they are, what is in them, and where builds leave theirs."""

import os
from collections.abc import Iterable
from pathlib import Path

from generator.build.walking import walk
from generator.errors import ToldError
from generator.outputs.key import SIZE, digest
from generator.reading.text import load
from generator.reading.unread import ENDINGS, is_record, is_told

RECORDS = "data/projects"

FOLDER = ".gongshi-cache"
"""What builds leave for the next one, beside ``mkdocs.yml``."""

UNREAD = bytes(SIZE - 1) + b"-"
"""In the place of the digest of a file that is no record: whatever is in it, it is not read."""

TOLD = "told"
"""In there: what the site that was published last was made of, and what was said of it."""


class RegisterError(ToldError):
    """There is no register in the folder (exit code 2)."""


def published(root: Path) -> bool:
    """Whether a build has left word of what it published, so that the next may have little to do."""
    return (root / FOLDER / TOLD).exists()


def records_folder(root: Path) -> Path:
    """The folder of the register's files.

    Raises:
        RegisterError: there is none.
    """
    folder = root / RECORDS
    if not folder.is_dir():
        raise RegisterError(f"没有找到 {folder}。项目记录要放在 {RECORDS} 里，一个项目一个 .yaml 文件。")
    return folder


def listed(root: Path) -> list[str]:
    """The files of the register, and those beside them that nobody reads, relative to the root with ``/``.

    In their order. Hidden ones are none: editors put theirs beside the file that is open.

    Raises:
        RegisterError: there is no ``data/projects`` folder.
        NamingError: a name is not UTF-8.
    """
    found = []
    for above, folders, names in walk(records_folder(root)):
        within = os.path.relpath(above, root).replace(os.sep, "/")
        folders[:] = [name for name in folders if not name.startswith(".")]
        named = [name for name in (*names, *folders) if name.endswith(ENDINGS) and not name.startswith(".")]
        if folders or len(named) < len(names):
            named += [name for name in names if not name.endswith(ENDINGS) and is_told(name)]
        found += [f"{within}/{name}" for name in named]
    return sorted(found)


def record_files(root: Path) -> list[str]:
    """The files of the register, relative to the root with ``/``, in their order.

    Raises:
        RegisterError: there is no ``data/projects`` folder.
    """
    return list(filter(is_record, listed(root)))


def digests(root: Path, files: Iterable[str]) -> dict[str, bytes]:
    """The digest of every file's content; empty where it cannot be read, ``UNREAD`` of what is no record."""
    found = {}
    for file in files:
        if not is_record(file):
            found[file] = UNREAD
            continue
        data = load(f"{root}/{file}")
        found[file] = digest(data) if isinstance(data, bytes) else b""
    return found


def looked_into(root: Path) -> dict[str, bytes]:
    """The digest of every file of the register and of those beside them, in their order.

    Raises:
        RegisterError: there is no ``data/projects`` folder.
    """
    return digests(root, listed(root))
