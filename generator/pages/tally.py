"""Sums over rows: how many projects, how much money, how many households."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from generator.pages.site import Site
from generator.records.summary import Row

_ZERO = Decimal(0)


@dataclass(slots=True)
class YearTally:
    """What one year brought to all projects together, in yuan."""

    year: int
    income: Decimal = _ZERO
    reserve: Decimal = _ZERO
    used: Decimal = _ZERO
    shared: Decimal = _ZERO
    payments: Decimal = _ZERO


@dataclass(slots=True)
class Tally:
    """Sums over some rows; ``ties`` counts a household once for each project that ties it in."""

    projects: int = 0
    running: int = 0
    investment: Decimal = _ZERO
    assistance: Decimal = _ZERO
    income: Decimal = _ZERO
    payments: Decimal = _ZERO
    ties: int = 0
    years: dict[int, YearTally] = field(default_factory=dict)

    def by_year(self) -> list[YearTally]:
        """The years, the newest first."""
        return [self.years[year] for year in sorted(self.years, reverse=True)]


def tally(rows: Iterable[Row], site: Site) -> Tally:
    """The sums over some rows."""
    vocabularies = site.reference.vocabularies
    running = vocabularies["stages"].marked("running")
    assistance = vocabularies["fund_sources"].marked("assistance")
    shared = vocabularies["uses"].marked("to_households")
    total = Tally()
    years = total.years
    for row in rows:
        total.projects += 1
        total.running += row.stage in running
        total.investment += row.investment
        total.ties += row.households
        for source, amount in row.funds:
            if source in assistance:
                total.assistance += amount
        for brought in row.years:
            year = years.get(brought.year)
            if year is None:
                year = years[brought.year] = YearTally(brought.year)
            year.income += brought.income
            year.reserve += brought.reserve
            for use, amount in brought.uses:
                year.used += amount
                if use in shared:
                    year.shared += amount
            for _, amount, _ in brought.payments:
                year.payments += amount
    total.income = sum((year.income for year in years.values()), _ZERO)
    total.payments = sum((year.payments for year in years.values()), _ZERO)
    return total


def from_source(rows: Iterable[Row], source: str) -> Decimal:
    """How much money of one source some rows used, in yuan."""
    return sum((amount for row in rows for used, amount in row.funds if used == source), _ZERO)
