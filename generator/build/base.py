"""The key of what every record and every page depends on: program, reference data, settings, as-of date."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator.build.walking import walk
from generator.outputs.key import digest, key
from generator.settings import Settings

PROGRAM = Path(__file__).parents[1]
_FORMAT = 1
"""Of what is kept between builds; another number forgets it all."""


def base(root: Path, settings: Settings, day: date) -> bytes:
    """The key of everything that records are judged by and pages are made from, besides themselves.

    It is told from contents, never from times: the program's own files, the versions of all libraries
    and of Python, the reference data under ``data``, the settings and the as-of date.
    """
    return key(
        (
            _FORMAT,
            sys.version,
            *libraries(),
            program(),
            contents(files_below(root / "data", frozenset({"projects"})), root),
            settings.model_dump_json(),
            day.isoformat(),
        )
    )


def program() -> bytes:
    """The digest of the program's own files as they are now: templates are read while a process runs."""
    return contents(files_below(PROGRAM, frozenset({"__pycache__"})), PROGRAM)


def contents(files: Iterable[Path], root: Path) -> bytes:
    """The digest of some files: their names and what is in them."""
    depends: list[str | bytes] = []
    for file in files:
        depends += [file.relative_to(root).as_posix(), digest(file.read_bytes())]
    return key(depends)


def files_below(folder: Path, without: frozenset[str] = frozenset()) -> Iterator[Path]:
    """All files below a folder in a fixed order, without hidden ones and without folders named so.

    Raises:
        NamingError: a name is not UTF-8.
    """
    for above, folders, names in walk(folder):
        folders[:] = sorted(name for name in set(folders) - without if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(above, name)
            if path.is_file():
                yield path


def libraries() -> list[str]:
    """Names and versions of everything that is installed, as their folders are called."""
    found = set()
    for folder in sys.path:
        if Path(folder).is_dir():
            names = os.listdir(folder or ".")  # noqa: PTH208 - an empty text stands for the folder we are in
            found |= {name for name in names if name.endswith((".dist-info", ".egg-info"))}
    return sorted(found)
