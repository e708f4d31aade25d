"""What came of a check, and of a build."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.build.clock import Stopwatch
from generator.findings.finding import Finding, Grade
from generator.records.reference import Reference

if TYPE_CHECKING:
    # Who asks only whether anything has changed need not load what a record is.
    from generator.records.summary import Row


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of a check.

    Attributes:
        rows: the summary rows of all records that could be read, in the order of their files.
        files: how many files there are.
        findings: everything found, in the order of files, lines and columns.
        refused: the files against which an error stands.
    """

    rows: "tuple[Row, ...]"
    files: int
    findings: tuple[Finding, ...]
    refused: frozenset[str]

    @property
    def accepted(self) -> "tuple[Row, ...]":
        """The rows of the records that may be published."""
        return tuple(row for row in self.rows if row.file not in self.refused)

    def count(self, grade: Grade) -> int:
        """How many findings have a grade."""
        return sum(finding.grade is grade for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: whether the site is published, and what was found.

    Where nothing had changed since the last build, ``examined`` has no rows.
    """

    published: bool
    examined: Examined
    reference: Reference | None
    watch: Stopwatch = field(default_factory=Stopwatch)
