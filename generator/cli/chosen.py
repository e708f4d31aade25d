"""Of what a check found, what concerns some files that were named."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.build.examined import Examined
from generator.findings.finding import Bilingual, Grade

_ONLY = Bilingual(
    "只说了点名的 {files} 个文件。别的文件也读了，{others}。要看全部，运行 gongshi check，后面不写文件名。",
    "Told of the {files} file(s) named only. All others were read, too: {others}. Run gongshi check without "
    "names to see everything.",
)
_CLEAN = Bilingual("没有错误", "no errors")
_ERRORS = Bilingual("那里有 {count} 处错误", "{count} error(s) there")


def chosen(named: Iterable[str], root: Path, files: Sequence[str]) -> frozenset[str]:
    """Which ``files`` of a register are named, by paths from where the user is or from its ``root``.

    A folder names all files in it.

    Raises:
        UsageError: there is no such file, or it is none of them.
    """
    found: set[str] = set()
    for name in named:
        within = {_within(Path(name), root), _within(root / name, root)} - {None}
        here = {file for file in files if any(file == each or file.startswith(f"{each}/") for each in within)}
        if not here:
            raise click.UsageError(
                f"{name} 不是登记册里的文件。要写项目记录的路径，例如 data/projects/SL-2023-0042.yaml。"
            )
        found |= here
    return frozenset(found)


def _within(path: Path, root: Path) -> str | None:
    """A path relative to the root, with ``/``; None where it lies elsewhere."""
    try:
        return Path(os.path.abspath(path)).relative_to(os.path.abspath(root)).as_posix()  # noqa: PTH100
    except ValueError:
        return None


def only(examined: Examined, files: frozenset[str]) -> Examined:
    """What was found of these files alone."""
    return replace(
        examined,
        rows=tuple(row for row in examined.rows if row.file in files),
        files=len(files),
        findings=tuple(each for each in examined.findings if each.spot.file in files),
        refused=examined.refused & files,
    )


def rest(every: Examined, told: Examined, lang: str) -> str:
    """What is said of the files that were not named."""
    count = every.count(Grade.ERROR) - told.count(Grade.ERROR)
    others = _ERRORS.of(lang).format(count=count) if count else _CLEAN.of(lang)
    return _ONLY.of(lang).format(files=told.files, others=others)
