"""The register-wide rules: what can only be seen with all records side by side.

All numbers of one kind are counted at once; where none stands twice, which is nearly always, that is all.
Otherwise one pass over the summary rows keeps, for every number, the row in which it stood first. Where in a
record a number stands is worked out for the few that stand twice.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from generator.checks.rule import Context, Hit, hit
from generator.checks.rules.r001 import PROBLEM as R001
from generator.checks.rules.r002 import COPY
from generator.checks.rules.r002 import PROBLEM as R002
from generator.checks.rules.r004 import PROBLEM as R004
from generator.checks.rules.r005 import PROBLEM as R005
from generator.findings.finding import Bilingual, Finding, Path, Problem, Spot, order
from generator.records.summary import Row

PROBLEMS: tuple[Problem, ...] = (R001, R002, R004, R005)
"""The kinds of findings of the register-wide rules."""

Locate = Callable[[str, Path], tuple[Spot, str]]
"""Finds a path in a file: its spot, and the source line there."""

Number = tuple[Path, str]
"""A number of a record: its path, and the number as written."""

Compared = Sequence[Sequence[str]]
"""The numbers of some records as they are compared: kind by kind."""

_NAMED = 3


def _ids(row: Row) -> Iterator[Number]:
    yield ("id",), row.id


def _agreements(row: Row) -> Iterator[Number]:
    for at, number in enumerate(row.agreements):
        yield ("agreements", at, "number"), number


def _assets(row: Row) -> Iterator[Number]:
    for at, code in row.assets:
        yield ("assets", at, "code"), code


@dataclass(slots=True)
class _Numbers:
    """One kind of number over the whole register.

    Attributes:
        problem: what it is for a number to stand twice.
        of: the numbers of a record.
        name: how a record is named to the reader of another: by its file or its project number.
        first: the record in which each number stood first.
        again: the records of each number that stood more than once, each record once.
    """

    problem: Problem
    of: Callable[[Row], Iterator[Number]]
    name: Callable[[Row], str]
    first: dict[str, Row] = field(default_factory=dict)
    again: dict[str, list[Row]] = field(default_factory=dict)

    def note(self, row: Row) -> None:
        """Take the numbers of one record down."""
        for _, number in self.of(row):
            key = _folded(number)
            if key not in self.first:
                self.first[key] = row
                continue
            rows = self.again.setdefault(key, [self.first[key]])
            if rows[-1] is not row:
                rows.append(row)

    def repeated(self) -> Iterator[tuple[Row, Hit]]:
        """Every place of every number that stands more than once.

        Between records that share their project number, that number is all there is to say.
        """
        for key, rows in self.again.items():
            for row in rows:
                paths = [(path, number) for path, number in self.of(row) if _folded(number) == key]
                others = [each for each in rows if each is not row]
                if self.problem is not R001:
                    others = [each for each in others if each.id != row.id]
                if others or len(paths) > 1:
                    named = _listed([self.name(each) for each in others], itself=len(paths) > 1)
                    for path, number in paths:
                        yield row, hit(self.problem, path, id=row.id, value=number, others=named)


def compared(rows: Sequence[Row]) -> Compared:
    """The numbers of some records, as :func:`register` counts them."""
    return [[_folded(number) for row in rows for _, number in of(row)] for of in (_ids, _agreements, _assets)]


def register(
    rows: Iterable[Row], context: Context, locate: Locate, numbers: Iterable[Compared] | None = None
) -> list[Finding]:
    """The findings that need more than one record, in the order of files, lines and columns.

    Whatever stands twice is found in every place, each naming the others; ``locate`` is asked only
    where something was found. ``numbers`` are those of all rows, part by part, where they are known already.
    """
    rows = list(rows)
    parts = list(numbers or [compared(rows)])
    kinds = (
        _Numbers(R001, _ids, lambda row: row.file),
        _Numbers(R004, _agreements, lambda row: row.id),
        _Numbers(R005, _assets, lambda row: row.id),
    )
    found = [_finding(R002, row, seen, locate) for row, seen in _misnamed(rows)]
    for at, kind in enumerate(kinds):
        every = list(chain.from_iterable(part[at] for part in parts))
        if len(set(every)) == len(every):
            continue
        for row in rows:
            kind.note(row)
        found += [_finding(kind.problem, row, seen, locate) for row, seen in kind.repeated()]
    return sorted(found, key=order)


def _misnamed(rows: Sequence[Row]) -> Iterator[tuple[Row, Hit]]:
    wrong = [row for row in rows if row.file.rpartition("/")[2].rpartition(".")[0] != row.id]
    names = {row.file.rpartition("/")[2] for row in rows} if wrong else set()
    for row in wrong:
        seen = hit(R002, ("id",), name=row.file.rpartition("/")[2], id=row.id)
        copied = f"{row.id}.yaml" in names
        yield row, replace(seen, remedy=COPY.filled(id=row.id)) if copied else seen


def _finding(problem: Problem, row: Row, seen: Hit, locate: Locate) -> Finding:
    spot, excerpt = locate(row.file, seen.path)
    return Finding(problem, spot, seen.message, seen.remedy, seen.path, row.id, excerpt)


def _listed(names: list[str], itself: bool) -> Bilingual:
    """The other records, a few of them by name; ``itself`` says that the record repeats it, too."""
    zh = (["这个项目自己"] if itself else []) + names[:_NAMED]
    en = (["this very project"] if itself else []) + names[:_NAMED]
    more = len(names) - _NAMED
    if more > 0:
        return Bilingual(f"{'、'.join(zh)}，还有 {more} 处", f"{', '.join(en)} and {more} more")
    return Bilingual("、".join(zh), ", ".join(en))


def _folded(number: str) -> str:
    """A number as it is compared: without blanks, half-width, upper case."""
    if not number.isascii():
        number = unicodedata.normalize("NFKC", number)
    return "".join(number.split()).upper()
