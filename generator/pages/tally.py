"""Sums over rows: how many projects, how much money, how many households."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from operator import add

from generator.outputs.remembering import of_runs
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

    @property
    def kept(self) -> Decimal:
        """What is left for later years; negative where more was used of earlier ones."""
        return self.income - self.reserve - self.used


@dataclass(slots=True)
class Tally:
    """Sums over some rows; ``ties`` counts a household once for each project that ties it in.

    ``fen`` has the amounts of a :class:`YearTally` for every year, as they were counted: few lists show them.
    """

    projects: int = 0
    running: int = 0
    investment: Decimal = _ZERO
    assistance: Decimal = _ZERO
    income: Decimal = _ZERO
    payments: Decimal = _ZERO
    ties: int = 0
    fen: dict[int, list[int]] = field(default_factory=dict)

    def by_year(self) -> list[YearTally]:
        """The years, the newest first."""
        return [YearTally(year, *map(yuan, self.fen[year])) for year in sorted(self.fen, reverse=True)]


Counted = tuple[list[int], dict[int, list[int]]]
"""Sums over some rows: projects, running ones, investment, assistance and ties; and the money of years.

All money is in fen.
"""


class Sums:
    """Sums that grow row by row, and by other sums."""

    __slots__ = ("_site", "_total", "_years")

    def __init__(self, site: Site) -> None:
        self._site = site
        self._total = [0, 0, 0, 0, 0]
        self._years: dict[int, list[int]] = {}

    def add(self, row: Row) -> None:
        """Count a row."""
        site, total, years = self._site, self._total, self._years
        money = Money(row.money)
        total[0] += 1
        total[1] += row.stage in site.running
        total[2] += money.investment
        for source, amount in money.funds:
            if source in site.assistance:
                total[3] += amount
        total[4] += row.households
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

    @property
    def counted(self) -> Counted:
        """What has been counted so far, for others that go on with it."""
        return self._total, self._years

    def merge(self, counted: Counted) -> None:
        """Count all that others have counted."""
        more, others = counted
        self._total = list(map(add, self._total, more))
        for year, sums in others.items():
            self._years[year] = list(map(add, self._years.get(year, _NOTHING), sums))

    def told(self) -> Tally:
        """What has been counted so far."""
        projects, running, investment, assistance, ties = self._total
        years = self._years
        return Tally(
            projects,
            running,
            yuan(investment),
            yuan(assistance),
            yuan(sum([year[0] for year in years.values()])),
            yuan(sum([year[4] for year in years.values()])),
            ties,
            {year: list(sums) for year, sums in years.items()},
        )


def tally(rows: Sequence[Row], site: Site) -> Tally:
    """The sums over some rows."""

    def counted(run: Sequence[Row]) -> Counted:
        sums = Sums(site)
        for row in run:
            sums.add(row)
        return sums.counted

    whole = Sums(site)
    for each in of_runs(rows, "tally", counted, site.remember):
        whole.merge(each)
    return whole.told()


def invested(rows: Sequence[Row], site: Site) -> Decimal:
    """What some rows' projects cost, in yuan."""
    return yuan(sum(of_runs(rows, "invested", _invested, site.remember)))


def _invested(rows: Sequence[Row]) -> int:
    return sum([Money(row.money).investment for row in rows])


def from_source(rows: Sequence[Row], source: str, site: Site) -> Decimal:
    """How much money of one source some rows used, in yuan."""
    return yuan(sum(of_runs(rows, f"from/{source}", partial(_from, source), site.remember)))


def _from(source: str, rows: Sequence[Row]) -> int:
    return sum([amount for row in rows for used, amount in Money(row.money).funds if used == source])
