"""What is wrong, where, by which clause, and how to mend it."""

from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
"""Where in a record: keys and indexes, e.g. ``("linkages", 0, "guaranteed_rate")``."""


class Bilingual(NamedTuple):
    """A text for people, in Chinese and English."""

    zh: str
    en: str

    def filled(self, **values: object) -> "Bilingual":
        """The text with its ``{places}`` filled in; a value that is bilingual gives each its own."""
        en = {name: value.en if isinstance(value, Bilingual) else value for name, value in values.items()}
        zh = {name: value.zh if isinstance(value, Bilingual) else value for name, value in values.items()}
        return Bilingual(self.zh.format(**zh), self.en.format(**en))

    def of(self, lang: str) -> str:
        """The text in ``zh`` or ``en``."""
        return self.en if lang == "en" else self.zh


class Grade(StrEnum):
    """What a finding does: an error refuses, a warning tells, a note advises."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


GRADES = {
    Grade.ERROR: Bilingual("错误", "error"),
    Grade.WARNING: Bilingual("警告", "warning"),
    Grade.NOTE: Bilingual("提示", "note"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of finding: what all findings of one code have in common.

    Attributes:
        code: letter of the family and three digits, e.g. ``M001``.
        grade: what a finding of it does.
        title: a few words.
        why: why it matters, for the rules page and ``gongshi explain``.
        message: the sentence of a finding, with ``{places}`` for its particulars.
        remedy: what to do next, with the same places.
        clauses: ids of the policy data that it rests on; at least one for every rule.
    """

    code: str
    grade: Grade
    title: Bilingual
    why: Bilingual
    message: Bilingual
    remedy: Bilingual
    clauses: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return Problem, _PROBLEM(self)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: the line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __reduce__(self) -> tuple[Any, ...]:
        return Spot, (self.file, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in one place.

    ``record`` is the project number where it is known, ``excerpt`` the source line, without its end.
    ``grounds`` are clauses of this finding in particular, none where no document governs the record; where
    they are None, those of its kind hold.
    """

    problem: Problem
    spot: Spot
    message: Bilingual
    remedy: Bilingual
    path: Path = ()
    record: str | None = None
    excerpt: str = field(default="", compare=False)
    grounds: tuple[str, ...] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, _FINDING(self)

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.problem.code

    @property
    def grade(self) -> Grade:
        """The grade of its kind."""
        return self.problem.grade

    @property
    def clauses(self) -> tuple[str, ...]:
        """The ids of the clauses that it rests on."""
        return self.problem.clauses if self.grounds is None else self.grounds


_PROBLEM, _FINDING = (attrgetter(*(each.name for each in fields(part))) for part in (Problem, Finding))
"""All values of a part, in their order. Findings travel between processes and into the cache, and Python code
would hand over the state of a frozen dataclass with slots."""


@lru_cache(maxsize=1024)
def _one(problem: Problem) -> Problem:
    """Of equal problems always the same object: its wording is longer than all else of a finding."""
    return problem


def _arrived(problem: Problem, *values: Any) -> Finding:
    """A finding from another process or from the cache."""
    return Finding(_one(problem), *values)


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """The sort key of findings: file, line, column, code, message."""
    spot = finding.spot
    return spot.file, spot.line, spot.column, finding.code, finding.message.zh
