"""Gathering: several counties' registers checked together, then put into the prefecture's, or not at all.

What is gathered is written into a copy of ``data`` and checked there. Only when it may stay do the two
folders change places, in one system call where the system has it: a refusal, a crash or a full disk leaves
the prefecture's data as they were.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.examined import Examined
from generator.build.options import OnReject, Options
from generator.build.pipeline import Register
from generator.build.staging import exchange, staging
from generator.errors import ToldError
from generator.findings.finding import Grade
from generator.ledger.gather import RECORDS, Source, put
from generator.records.reference import Reference
from generator.settings import COUNTIES, Settings

DATA = "data"
_GATHERED = (RECORDS, "data/places.csv", COUNTIES)
"""What a gathering replaces; all else in ``data`` is the prefecture's own."""


class ChangedMeanwhileError(ToldError):
    """Someone worked on the prefecture's data while they were being gathered (exit code 2)."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of a gathering.

    Attributes:
        counties: the county of every record file, by its path relative to the root.
        examined: what the check found, and which files it refused; those are left out.
        replaced: whether the prefecture's data were replaced.
    """

    counties: dict[str, str]
    examined: Examined
    reference: Reference | None
    replaced: bool


def gather(root: Path, settings: Settings, sources: Sequence[Source], options: Options) -> Gathered:
    """Check what the sources have, and put it in the place of what an earlier gathering brought.

    Raises:
        SourceError: two sources claim the same place.
        ChangedMeanwhileError: a file of ``data`` was changed in the meantime.
        OSError: the folder cannot be written.
    """
    with staging(root / DATA) as folder:
        before = _own(root)
        _copy(root, folder, settings.docs_dir)
        counties = put(folder, sources)
        register = Register.open(folder, settings, replace(options, cache=False))
        examined = register.examine()
        if register.reference is None or not _may_stay(examined, options.on_reject):
            return Gathered(counties, examined, register.reference, replaced=False)
        for file in examined.refused:
            (folder / file).unlink()
        if _own(root) != before:
            raise ChangedMeanwhileError("汇总的时候，data 里有别的文件改动了。什么也没有换，请再汇总一次。")
        if not exchange(folder / DATA, root / DATA):
            _replace(folder, root)
        return Gathered(counties, examined, register.reference, replaced=True)


def _copy(root: Path, folder: Path, docs: str) -> None:
    """What a check looks at, without what is about to be replaced."""
    shutil.copy2(root / "mkdocs.yml", folder / "mkdocs.yml")
    if (root / docs).is_dir():
        shutil.copytree(root / docs, folder / docs)
    records = root / RECORDS

    def gathered(path: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(path, name) == records]

    shutil.copytree(root / DATA, folder / DATA, ignore=gathered)


def _own(root: Path) -> dict[str, tuple[int, int]]:
    """The prefecture's own files in ``data``: when each was changed last, and its size."""
    found = {}
    gathered = {root / each for each in _GATHERED}
    for path, folders, files in os.walk(root / DATA):
        folders[:] = [each for each in folders if Path(path, each) not in gathered]
        for each in files:
            if Path(path, each) not in gathered:
                told = Path(path, each).stat()
                found[f"{path}/{each}"] = told.st_mtime_ns, told.st_size
    return found


def _may_stay(examined: Examined, on_reject: OnReject) -> bool:
    """Records can be left out; an error in what all of them share cannot."""
    errors = [each for each in examined.findings if each.grade is Grade.ERROR]
    return not errors or (
        on_reject is OnReject.EXCLUDE and all(each.spot.file in examined.refused for each in errors)
    )


def _replace(folder: Path, root: Path) -> None:
    """Where two folders cannot be exchanged: part by part, each in a rename."""
    old = folder / "old"
    old.mkdir()
    for part in _GATHERED:
        if (root / part).exists():
            (root / part).rename(old / Path(part).name)
        (folder / part).rename(root / part)
