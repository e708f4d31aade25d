"""Sums over rows: how many projects, how much money, how many households."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import NamedTuple

from generator.outputs.remembering import of_runs
from generator.pages.site import Site
from generator.records.money import Money, yuan
from generator.records.summary import Row

_NOTHING = (0, 0, 0, 0)


class YearTally(NamedTuple):
    """What one year brought to all projects together, in fen."""

    year: int
    income: int
    reserve: int
    used: int
    shared: int
    payments: int

    @property
    def kept(self) -> int:
        """What is left for later years; negative where more was used of earlier ones."""
        return self.income - self.reserve - self.used


class Tally(NamedTuple):
    """Sums over some rows, in fen; ``ties`` counts a household once for each project that ties it in."""

    projects: int
    running: int
    ties: int
    investment: int
    assistance: int
    income: int
    payments: int


def tally(rows: Sequence[Row], site: Site) -> Tally:
    """The sums over some rows."""
    runs = of_runs(rows, "tally", partial(_counted, site), site.remember)
    return Tally(*map(sum, zip(*runs, strict=True)))


def _counted(site: Site, rows: Sequence[Row]) -> tuple[int, ...]:
    """The values of a :class:`Tally`."""
    stages, sums = site.running, site.worth.sums
    running = sum([row.stage in stages for row in rows])
    ties = sum([row.households for row in rows])
    money = zip(_NOTHING, *[sums[row.money] for row in rows], strict=True)
    return len(rows), running, ties, *map(sum, money)


def by_year(rows: Sequence[Row], site: Site) -> list[YearTally]:
    """What the years brought to some rows, the newest first."""
    runs = of_runs(rows, "years", partial(_years, site), site.remember)
    return [YearTally(*each) for each in sorted(_summed(chain.from_iterable(runs)), reverse=True)]


def _years(site: Site, rows: Sequence[Row]) -> list[tuple[int, ...]]:
    years = site.worth.years
    return _summed(chain.from_iterable([years[row.money] for row in rows]))


def _summed(years: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The values of a :class:`YearTally` of each year, summed up year by year."""
    found: dict[int, list[tuple[int, ...]]] = {}
    for each in years:
        found.setdefault(each[0], []).append(each)
    return [
        some[0]
        if len(some) == 1
        else (year, *[sum(amounts) for amounts in list(zip(*some, strict=True))[1:]])
        for year, some in found.items()
    ]


def invested(rows: Sequence[Row], site: Site) -> Decimal:
    """What some rows' projects cost, in yuan."""
    return yuan(sum(of_runs(rows, "invested", partial(_invested, site), site.remember)))


def _invested(site: Site, rows: Sequence[Row]) -> int:
    sums = site.worth.sums
    return sum([sums[row.money][0] for row in rows])


def from_source(rows: Sequence[Row], source: str, site: Site) -> Decimal:
    """How much money of one source some rows used, in yuan."""
    return yuan(sum(of_runs(rows, f"from/{source}", partial(_from, source), site.remember)))


def _from(source: str, rows: Sequence[Row]) -> int:
    return sum([amount for row in rows for used, amount in Money(row.money).funds if used == source])
