"""A fault while reading: what kind, where, with which particulars; and the finding made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.findings.finding import Bilingual, Finding, Path, Problem, Spot

Particular = Bilingual | str | int
"""What fills a place in a message: the same in both languages, or a text for each."""

_EXCERPT_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line and column (from 1), or at a path where those are not known yet."""

    problem: Problem
    line: int = 1
    column: int = 1
    values: Mapping[str, Particular] = field(default_factory=dict)
    path: Path = ()


def told(template: Bilingual, values: Mapping[str, Particular]) -> Bilingual:
    """A template filled in, each language with its own words."""
    zh = {key: value.zh if isinstance(value, Bilingual) else value for key, value in values.items()}
    en = {key: value.en if isinstance(value, Bilingual) else value for key, value in values.items()}
    return Bilingual(template.zh.format(**zh), template.en.format(**en))


def finding(fault: Fault, file: str, excerpt: str = "", record: str | None = None) -> Finding:
    """The finding of a fault in ``file``."""
    return Finding(
        problem=fault.problem,
        spot=Spot(file, fault.line, fault.column),
        message=told(fault.problem.message, fault.values),
        remedy=told(fault.problem.remedy, fault.values),
        path=fault.path,
        record=record,
        excerpt=excerpt[:_EXCERPT_LIMIT],
    )
