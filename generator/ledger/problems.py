"""Findings about a ledger's sheets themselves, each at its cell."""

from generator.checks.ledger import (
    NO_HEADER,
    NO_KEY,
    NO_PROJECT,
    NO_UNIT,
    NO_YEAR,
    NOT_UNDERSTOOD,
    SUM,
    TWICE,
    UNKNOWN_PROJECT,
)
from generator.findings.finding import Finding, Problem, Spot
from generator.ledger.origin import Cell

__all__ = [
    "NOT_UNDERSTOOD",
    "NO_HEADER",
    "NO_KEY",
    "NO_PROJECT",
    "NO_UNIT",
    "NO_YEAR",
    "SUM",
    "TWICE",
    "UNKNOWN_PROJECT",
    "finding",
]


def finding(problem: Problem, cell: Cell, **values: object) -> Finding:
    """A finding about a cell."""
    spot = Spot(cell.sheet, cell.row + 1, cell.column + 1)
    return Finding(problem, spot, problem.message.filled(**values), problem.remedy.filled(**values))
