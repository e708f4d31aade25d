"""Guaranteed returns: what was promised, for which days, by which agreement."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter

from generator.records.agreement import Agreement
from generator.records.linkages import GuaranteedDividend, Period
from generator.records.project import Project

_DAY = timedelta(days=1)
_FEN = Decimal("0.01")
_NOTHING = Decimal(0)


def guaranteed(project: Project) -> Iterator[tuple[int, GuaranteedDividend]]:
    """The guaranteed dividends, with their places among the linkages."""
    for number, linkage in enumerate(project.linkages):
        if isinstance(linkage, GuaranteedDividend):
            yield number, linkage


def yearly(linkage: GuaranteedDividend) -> Decimal | None:
    """The return guaranteed for a full year in yuan, or None where a part of it is not stated."""
    if linkage.principal is None or linkage.guaranteed_rate is None:
        return None
    return linkage.principal * linkage.guaranteed_rate / 100


def promised_in(project: Project, year: int) -> Decimal:
    """All returns guaranteed for a calendar year, by days, in yuan to the fen."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = (last - first).days + 1
    total = _NOTHING
    for _, linkage in guaranteed(project):
        promised = yearly(linkage)
        if promised:
            covered = _covered(_terms(project, linkage), first, last)
            total += promised if covered == days else promised * covered / days
    return total.quantize(_FEN)


def signed_for(project: Project, linkage: GuaranteedDividend) -> tuple[int, Agreement] | None:
    """The agreement that a guarantee was signed in, with its place among the agreements.

    A record keeps expired agreements beside those that followed them. The guarantee that it states is
    the one last signed among those whose term meets the guarantee's own, where it has one.
    """
    found = [
        (agreement.signed, number, agreement)
        for number, agreement in enumerate(project.agreements)
        if agreement.signed and _meet(agreement.term, linkage.term)
    ]
    if not found:
        return None
    _, number, agreement = max(found, key=lambda each: each[:2])
    return number, agreement


def _terms(project: Project, linkage: GuaranteedDividend) -> list[Period]:
    if linkage.term:
        return [linkage.term]
    return [agreement.term for agreement in project.agreements if agreement.term]


def _meet(one: Period | None, other: Period | None) -> bool:
    return not one or not other or (one.start <= other.end and other.start <= one.end)


def _covered(terms: list[Period], first: date, last: date) -> int:
    """The days from ``first`` to ``last`` that lie in any of the terms; a day in two counts once."""
    covered, reached = 0, first - _DAY
    for term in sorted(terms, key=attrgetter("start")):
        start, end = max(term.start, reached + _DAY), min(term.end, last)
        if start <= end:
            covered += (end - start).days + 1
            reached = end
    return covered
