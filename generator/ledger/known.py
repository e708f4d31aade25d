"""What the register holds already: its rows, and keys by which an unchanged record is known."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from pathlib import PurePosixPath

from generator.checks.gate import examine
from generator.checks.personal import scan
from generator.ledger.crew import Desk
from generator.ledger.draft import Draft, draft_of
from generator.ledger.values import trimmed
from generator.reading.record import read_file
from generator.records.summary import Row, summarise


@dataclass(frozen=True, slots=True)
class Known:
    """A file of the register.

    Attributes:
        row: None where it is no record.
        key: of its values, by which equal ones are known without being judged again; empty where there is
            something to say against them, which must be said of the ledger, too.
    """

    file: str
    row: Row | None
    key: bytes


def look(desk: Desk, files: Sequence[str]) -> list[Known]:
    """Read and judge some files of the register."""
    return [_look(desk, file) for file in files]


def _look(desk: Desk, file: str) -> Known:
    reading = read_file(desk.root / file, file, desk.context.reference)
    project = reading.project
    if project is None:
        return Known(file, None, b"")
    sound = not examine(reading, desk.context)
    return Known(file, summarise(project, file), key(draft_of(project)) if sound else b"")


def key(draft: Draft) -> bytes:
    """A key that equal values share and others do not; empty where a value holds a private number."""
    text = json.dumps(draft, ensure_ascii=False, check_circular=False, default=_single)
    return b"" if scan(text, "") else blake2b(text.encode(), digest_size=16).digest()


def _single(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{trimmed(value):f}"
    assert isinstance(value, date)
    return value.isoformat()


class Register:
    """The register as an import finds it; waits for the files to be read only when asked of them."""

    def __init__(self, known: Callable[[], Iterable[Known]]) -> None:
        self._read = known

    @cached_property
    def _known(self) -> dict[str, Known]:
        found: dict[str, Known] = {}
        for each in self._read():
            found.setdefault(PurePosixPath(each.file).stem, each)
        return found

    def of(self, number: str) -> Known | None:
        """The file of a project, by its number; None where there is none."""
        return self._known.get(number)

    @property
    def rows(self) -> list[Row]:
        """The summary rows of all its records."""
        return [each.row for each in self._known.values() if each.row]
