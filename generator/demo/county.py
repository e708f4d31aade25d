"""An invented, consistent county of any size, as a complete site root."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.demo.casting import Casting
from generator.demo.emit import emit
from generator.demo.places import listed
from generator.demo.record import record

MOST = 999_999
"""The last record number that a project number holds."""


class DemoError(Exception):
    """The county cannot be written there or so large; the message says what to do (exit code 2)."""


def write(root: Path, records: int, seed: int, starter: Path) -> None:
    """Write a county of ``records`` projects to the folder ``root``, ready to be checked and built.

    The same numbers give the same bytes on every machine, and record number k is the same in a
    county of any size. ``starter`` is where configuration, pages, vocabularies and policies are
    copied from (:func:`generator.demo.starter.starter`).

    Raises:
        DemoError: ``root`` is not an empty folder, or the number of records is out of bounds.
    """
    if not 1 <= records <= MOST:
        raise DemoError(f"项目数要在 1 到 {MOST} 之间，现在是 {records}。请换一个数。")
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise DemoError(f"{root} 里已经有东西了。请换一个新文件夹，免得盖掉原来的文件。")
    root.mkdir(parents=True, exist_ok=True)
    _copy(starter, root)
    casting = Casting(seed)
    table = "\n".join(casting.places.table(listed(records)))
    (root / "data" / "places.csv").write_bytes(f"{table}\n".encode())
    made: set[Path] = set()
    for file, text in project_files(casting, records):
        path = root / file
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(text.encode())


def project_files(casting: Casting, records: int) -> Iterator[tuple[str, str]]:
    """The files of all records, one at a time: path under the root, and text."""
    for number in range(records):
        yield project_file(casting, number)


def project_file(casting: Casting, number: int) -> tuple[str, str]:
    """The file of record ``number``, counted from 0: path under the root, and text.

    Files lie by year and township, so that no folder holds more than some hundreds.
    """
    story = casting.cast(number)
    text = emit(record(story))
    return f"data/projects/{story.year}/{story.township.code[:9]}/{story.id}.yaml", text


def _copy(starter: Path, root: Path) -> None:
    (root / "mkdocs.yml").write_bytes(_configuration((starter / "mkdocs.yml").read_bytes()))
    shutil.copytree(starter / "site_src", root / "site_src", ignore=_cases, copy_function=shutil.copyfile)
    own = shutil.ignore_patterns("projects", "places.csv")
    shutil.copytree(starter / "data", root / "data", ignore=own, copy_function=shutil.copyfile)


def _configuration(starter: bytes) -> bytes:
    """The starter's configuration without PDF sheets: those of a large county would take hours."""
    return re.sub(rb"^    notices:\n(      .*\n)+", b"", starter, flags=re.MULTILINE)


def _cases(folder: str, names: list[str]) -> list[str]:
    """The model cases: they tell of projects that a generated county does not have."""
    return [name for name in names if Path(folder).name == "cases" and name != "index.md"]
