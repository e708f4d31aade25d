"""What an import would do to the register, and doing it."""

import difflib
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.ledger.crew import Desk
from generator.ledger.draft import Draft, draft_of
from generator.ledger.judge import Found, Judged, judge
from generator.ledger.merge import merged
from generator.reading.record import Reading, read, read_file
from generator.records.reference import Reference
from generator.records.summary import Row


class Kind(StrEnum):
    """What becomes of a record."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Change:
    """One record: what becomes of it, in which file, with which text; ``old`` is None for a new file."""

    kind: Kind
    id: str
    file: str
    text: str = ""
    old: str | None = None

    def diff(self) -> str:
        """The change as a unified diff."""
        before = (self.old or "").splitlines(keepends=True)
        source = f"a/{self.file}" if self.old is not None else "/dev/null"
        return "".join(
            difflib.unified_diff(before, self.text.splitlines(keepends=True), source, f"b/{self.file}")
        )


@dataclass(frozen=True, slots=True)
class Task:
    """A record of a ledger that must be judged; ``file`` is where the register has it already."""

    id: str
    draft: Draft
    file: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a record: its row, where it can be a record, and what is wrong with it."""

    change: Change
    row: Row | None
    findings: tuple[Found, ...] = ()


def settle(desk: Desk, tasks: Sequence[Task]) -> list[Settled]:
    """Judge some records and compare them with the register."""
    found = []
    for task in tasks:
        judged = judge(task.id, task.draft, desk.context)
        reference = desk.context.reference
        there = read_file(desk.root / task.file, task.file, reference) if task.file else None
        found.append(Settled(change(judged, there, reference), judged.row, judged.findings))
    return found


def change(judged: Judged, there: Reading | None, reference: Reference) -> Change:
    """What becomes of one record of a ledger, where the register has ``there`` or nothing."""
    file = there.file if there else judged.file
    if judged.refused or judged.project is None:
        return Change(Kind.REFUSED, judged.id, file)
    if there is None:
        return Change(Kind.NEW, judged.id, file, judged.text)
    if there.project is None:
        return Change(Kind.CHANGED, judged.id, file, judged.text, there.text)
    if there.project == judged.project:
        return Change(Kind.SAME, judged.id, file)
    text = merged(there.text, draft_of(there.project), draft_of(judged.project))
    if read(text.encode(), file, reference).project != judged.project:
        text = judged.text
    return Change(Kind.CHANGED, judged.id, file, text, there.text)


def refuse(changes: Iterable[Change], refused: frozenset[str]) -> list[Change]:
    """The changes, with those refused that have errors which not they alone show."""
    return [Change(Kind.REFUSED, each.id, each.file) if each.id in refused else each for each in changes]


def apply(root: Path, changes: Iterable[Change]) -> int:
    """Write the new and changed records; each file is whole at every moment. How many were written."""
    written = 0
    for change in changes:
        if change.kind in (Kind.NEW, Kind.CHANGED):
            _replace(root / change.file, change.text)
            written += 1
    return written


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gongshi-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
