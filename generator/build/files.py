"""The files of a register: where they are, what is in them, and where builds leave theirs."""

import os
from collections.abc import Iterable
from pathlib import Path

from generator.errors import ToldError
from generator.outputs.key import digest
from generator.reading.text import load

RECORDS = "data/projects"

FOLDER = ".gongshi-cache"
"""What builds leave for the next one, beside ``mkdocs.yml``."""

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


def record_files(root: Path) -> list[str]:
    """The files of the register, relative to the root with ``/``, in their order.

    Hidden ones are none: editors put theirs beside the file that is open.

    Raises:
        RegisterError: there is no ``data/projects`` folder.
    """
    found = []
    for above, folders, names in os.walk(records_folder(root)):
        within = os.path.relpath(above, root).replace(os.sep, "/")
        folders[:] = [name for name in folders if not name.startswith(".")]
        named = (name for name in (*names, *folders) if name.endswith((".yaml", ".yml")))
        found += [f"{within}/{name}" for name in named if not name.startswith(".")]
    return sorted(found)


def digests(root: Path, files: Iterable[str]) -> dict[str, bytes]:
    """The digest of every file's content; empty where it cannot be read."""
    found = {}
    for file in files:
        data = load(f"{root}/{file}")
        found[file] = digest(data) if isinstance(data, bytes) else b""
    return found


def looked_into(root: Path) -> dict[str, bytes]:
    """The digest of every file of the register, in their order.

    Raises:
        RegisterError: there is no ``data/projects`` folder.
    """
    return digests(root, record_files(root))
