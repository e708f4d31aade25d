"""Sums over rows: how many projects, how much money, how many households."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import add

from generator.pages.site import Site
from generator.records.money import Money, yuan
from generator.records.summary import Row

_ZERO = Decimal(0)
_NOTHING = (0, 0, 0, 0, 0)


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


class Sums:
    """Sums that grow row by row, and by other sums; within, the money of years is counted in fen."""

    __slots__ = ("_site", "_total", "_years")

    def __init__(self, site: Site) -> None:
        self._site = site
        self._total = Tally()
        self._years: dict[int, list[int]] = {}

    def add(self, row: Row) -> None:
        """Count a row."""
        site, total, years = self._site, self._total, self._years
        money = Money(row.money)
        total.projects += 1
        total.running += row.stage in site.running
        total.investment += yuan(money.investment)
        total.ties += row.households
        for source, amount in money.funds:
            if source in site.assistance:
                total.assistance += yuan(amount)
        for year, income, reserve, used, shared, payments, _ in money.years:
            if year not in years:
                years[year] = [0, 0, 0, 0, 0]
            sums = years[year]
            sums[0] += income
            sums[1] += reserve
            sums[2] += used
            sums[3] += shared
            for _, amount, _ in payments:
                sums[4] += amount

    def merge(self, other: "Sums") -> None:
        """Count all that others have counted."""
        total, more = self._total, other._total
        total.projects += more.projects
        total.running += more.running
        total.investment += more.investment
        total.assistance += more.assistance
        total.ties += more.ties
        for year, sums in other._years.items():
            self._years[year] = list(map(add, self._years.get(year, _NOTHING), sums))

    def told(self) -> Tally:
        """What has been counted so far."""
        years = {year: YearTally(year, *map(yuan, sums)) for year, sums in self._years.items()}
        income = sum([year.income for year in years.values()], _ZERO)
        payments = sum([year.payments for year in years.values()], _ZERO)
        return replace(self._total, income=income, payments=payments, years=years)


def tally(rows: Iterable[Row], site: Site) -> Tally:
    """The sums over some rows."""
    sums = Sums(site)
    for row in rows:
        sums.add(row)
    return sums.told()


def from_source(rows: Iterable[Row], source: str) -> Decimal:
    """How much money of one source some rows used, in yuan."""
    return sum((amount for row in rows for used, amount in row.funds if used == source), _ZERO)
