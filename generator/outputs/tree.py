"""What lies in a folder: every file below it, with what tells that it is still the same."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

Tree = dict[str, tuple[int, int]]
"""Size and time of last writing, in nanoseconds, by address."""


def tree(folder: Path, known: Mapping[str, tuple[int, int]] = MappingProxyType({})) -> Tree:
    """All files below a folder; empty where there is no such folder.

    Those that are ``known`` are believed to be as they are known: to ask takes most of the time.
    """
    found: Tree = {}
    waiting = [("", str(folder))] if folder.is_dir() else []
    while waiting:
        within, path = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                address = within + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{address}/", entry.path))
                elif told := known.get(address):
                    found[address] = told
                else:
                    status = entry.stat(follow_symlinks=False)
                    found[address] = status.st_size, status.st_mtime_ns
    return found


def remove(folder: Path, addresses: Iterable[str]) -> None:
    """Remove files from a folder, as far as they are there, and the folders that are empty then."""
    above: set[Path] = set()
    for address in addresses:
        path = folder / address
        path.unlink(missing_ok=True)
        above.add(path.parent)
    for each in sorted(above, reverse=True):
        with suppress(OSError):
            while each != folder:
                each.rmdir()
                each = each.parent
