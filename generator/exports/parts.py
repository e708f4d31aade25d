"""Records taken apart, kept for as long as nothing in them changes: every table's rows in all forms.

The map adds what it has read; the reduce joins the parts of a selection of records to tables. Neither holds
more than some records' rows, however large the register, and the tables do not depend on how many processes
there were. Reference data and versions are not part of a key: where they change, the store begins anew.
"""

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.exports.archive import deflated
from generator.exports.cells import as_bytes
from generator.exports.log import Appender, Log, key_of
from generator.exports.organisations import named
from generator.exports.rows import Rows
from generator.exports.tables import tables
from generator.records.project import Project
from generator.records.reference import Reference

FOLDER = ".gongshi-parts"
"""Where the store lies in the staging folder when the build keeps none for longer."""

FORMS = ("csv", "jsonl", "xml")
RECORD, NAMED, COUNTS = "record", "named", "counts"
PIECES = (
    *((table, form) for table in tables() for form in FORMS),
    *((one, "") for one in (RECORD, NAMED, COUNTS)),
)
"""What a part is made of, in its order: for every table its three forms, the whole record as JSON, the
organisations that it names, and how many rows it has in every table."""

_RECORDS = "records"


def part_key(file: str, digest: bytes) -> bytes:
    """The key of a record's part: where the record lies, and the digest of what is written there."""
    return key_of(file.encode(), digest)


class Parts:
    """One process's side: takes records apart and puts their parts into the store."""

    def __init__(self, store: Path, reference: Reference) -> None:
        self._rows = Rows(reference)
        self._appender = Appender(store / _RECORDS, len(PIECES))

    def add(self, several: Sequence[tuple[Project, str, bytes]]) -> None:
        """Add records, each with the file that it was read from and the digest of that file's bytes."""
        projects = [project for project, _, _ in several]
        rows, whole = self._rows.of(projects)
        forms = [form for _, *forms in rows.values() for form in forms]
        pieces = zip(*forms, [f"{each}\n" for each in whole], map(named, projects), strict=True)
        counts = zip(*[each.counts for each in rows.values()], strict=True)
        for (_, file, digest), texts, many in zip(several, pieces, counts, strict=True):
            told = array("I", many).tobytes()
            lengths = [*map(len, texts), len(told)]
            self._appender.put(part_key(file, digest), lengths, as_bytes("".join(texts)) + told)

    def flush(self) -> None:
        """Let the reduce see everything that was added; nobody tells a process that it is about to end."""
        self._appender.flush()


class Joined:
    """The parts of some records, joined piece by piece: every piece once, for all who write it.

    Attributes:
        records: how many they are.
        counts: how many rows they have in every table.
    """

    def __init__(self, entries: Iterable[list[bytes]]) -> None:
        pieces = list(zip(*entries, strict=True))
        self.records = len(pieces[0])
        self._pieces = dict(zip(PIECES, map(b"".join, pieces), strict=True))
        every, many = array("I", self.piece(COUNTS)), len(tables())
        self.counts = {table: sum(every[at::many]) for at, table in enumerate(tables())}
        self._deflated: dict[str, bytes] = {}

    def piece(self, table: str, form: str = "") -> bytes:
        """One piece of all records, one after the other."""
        return self._pieces[table, form]

    def deflated(self, table: str) -> bytes:
        """A table's rows in a sheet, deflated by themselves; nothing where there are none."""
        if table not in self._deflated:
            rows = self.piece(table, "xml")
            self._deflated[table] = deflated(rows) if rows else b""
        return self._deflated[table]


class Store:
    """The reduce's side: the parts that all processes left, in this build and in those before it."""

    def __init__(self, store: Path) -> None:
        self._log = Log(store / _RECORDS, len(PIECES))

    def has(self, file: str, digest: bytes) -> bool:
        """Whether there is a part of the record that was read from ``file`` with this digest."""
        return part_key(file, digest) in self._log

    def joined(self, keys: Sequence[bytes]) -> Joined:
        """The parts of these records, of which there is one at least.

        Raises:
            SpoiltError: a record was never added, or is not what was added.
        """
        return Joined(self._log.entries([self._log[key] for key in keys]))

    def tidy(self, keys: Iterable[bytes]) -> None:
        """Drop what none of these records needs, when it is much; the store is closed by it."""
        self._log.tidy(keys)

    def close(self) -> None:
        """Close the files."""
        self._log.close()
