"""Copies of the demonstration county for tests to damage, and what a folder's bytes are."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PARTS = ("data", "site_src", "mkdocs.yml")


def copy_county(target: Path, *, sheets: bool = False) -> Path:
    """A copy of the demonstration county's site root, without its built site.

    Without ``sheets`` its site carries no PDF sheets: they take longer than all the rest.
    """
    target.mkdir(parents=True, exist_ok=True)
    for part in _PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        else:
            shutil.copy(source, target / part)
    if not sheets:
        file = target / "mkdocs.yml"
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"^    notices:\n(      .*\n)+", "", text, flags=re.MULTILINE), "utf-8")
    return target


def records(root: Path) -> list[Path]:
    """The record files of a county, in their order."""
    return sorted((root / "data" / "projects").rglob("*.yaml"))


def digest(folder: Path) -> dict[str, str]:
    """The content of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without(record: Path, key: str) -> None:
    """Take a top-level key and what belongs to it out of a record, as a clerk would delete the lines."""
    kept, inside = [], False
    for line in record.read_text("utf-8").splitlines(keepends=True):
        if not line.startswith((" ", "-", "#", "\n")):
            inside = line.startswith(f"{key}:")
        if not inside:
            kept.append(line)
    record.write_text("".join(kept), "utf-8")


def edit(root: Path, number: int) -> None:
    """Change what lists, tables, sums and the index show of a record."""
    record = records(root)[number]
    text = record.read_text("utf-8").replace("scope: ", "scope: 新增，", 1)
    record.write_text(text.replace("name: ", "name: 新", 1), "utf-8")


def edits(*roots: Path) -> Iterator[None]:
    """One edit after the other, the same in several registers; before the first one they are as they were."""
    yield
    for number in (3, 40, 3, 77):
        for root in roots:
            edit(root, number)
        yield
