"""The summary row: all that lists, indexes and register-wide rules keep of a record.

A row is small and holds no text that only the record's own page shows, so that a hundred thousand
of them fit in memory.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from sys import intern
from typing import Any

from generator.records.details import Details
from generator.records.money import Money, Year, year_of, yuan
from generator.records.project import Project


@dataclass(frozen=True, slots=True)
class Rectification:
    """What an inspection asked to be mended and is not mended yet; ``unit`` carries the project out.

    ``measure`` tells what is done about it; whether it is done yet, the record does not say.
    """

    unit: str
    by: str
    on: date
    result: str
    finding: str
    deadline: date
    measure: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        return Rectification, _RECTIFICATION(self)


_NO_DETAILS = Details.packed()
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Row:
    """One record, as lists show it. Amounts in yuan, households as counts.

    ``money`` is packed :class:`Money`, ``details`` are packed :class:`Details`: only what every list reads
    are objects. ``scope`` is what was built, in the record's words: people search for it. ``digest`` is that
    of the record's file: whatever is made from equal rows comes out equal.
    What many rows have in common stands first.
    """

    year: int
    place: str
    industry: str
    stage: str
    operator: str | None
    operator_kind: str | None
    credit_code: str | None
    mechanisms: tuple[str, ...]
    latest: date
    id: str
    file: str
    name: str
    households: int
    priority: int
    money: bytes
    details: bytes = _NO_DETAILS
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rectifications: tuple[Rectification, ...] = ()
    scope: str = ""
    digest: bytes = b""

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, _ROW(self)

    @property
    def investment(self) -> Decimal:
        """What the project cost."""
        return yuan(Money(self.money).investment)

    @property
    def funds(self) -> tuple[tuple[str, Decimal], ...]:
        """The amounts by their source."""
        return tuple([(source, yuan(amount)) for source, amount in Money(self.money).funds])

    @property
    def years(self) -> list[Year]:
        """What the years brought."""
        return list(map(year_of, Money(self.money).years))

    @property
    def income(self) -> Decimal:
        """The village's income from the project over all years."""
        return yuan(Money(self.money).income)

    @property
    def payments(self) -> Decimal:
        """What operators paid straight to households over all years."""
        return yuan(Money(self.money).payments)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents by which money was granted."""
        return Details(self.details).documents

    @property
    def beneficiaries(self) -> tuple[tuple[str, int], ...]:
        """The households of every linkage, by its mechanism."""
        return Details(self.details).beneficiaries

    @property
    def assets(self) -> tuple[tuple[int, str], ...]:
        """The codes of the assets that have one, each with its place among the assets."""
        return Details(self.details).assets

    @property
    def conditions(self) -> tuple[str, ...]:
        """In what state its assets are."""
        return Details(self.details).conditions

    @property
    def agreements(self) -> tuple[str, ...]:
        """The numbers of its agreements."""
        return Details(self.details).agreements

    @property
    def notices(self) -> tuple[tuple[str, date, date], ...]:
        """The moment of every notice, its first and its last day."""
        return Details(self.details).notices


_RECTIFICATION, _ROW = (attrgetter(*(each.name for each in fields(part))) for part in (Rectification, Row))
"""All values of a part, in their order. Rows travel between processes and into the cache, so they are pickled
as plain values: a frozen dataclass with slots would hand over its state by Python code, twice as slow."""

_COMMON = [each.name for each in fields(Row)].index("id")
"""So many values of a row stand in many rows."""

_REMEMBERED = 1 << 16


@lru_cache(_REMEMBERED)
def _one(value: Any) -> Any:
    """Of equal values always the same object, as long as it is remembered."""
    return value


def _arrived(*values: Any) -> Row:
    """A row from another process or from the cache: what it has in common with others is one object again."""
    return Row(*map(_one, values[:_COMMON]), *values[_COMMON:])


def summarise(
    project: Project, file: str, digest: bytes = b"", to_households: Collection[str] = frozenset()
) -> Row:
    """The summary row of a record that was read from ``file`` (relative to the root, with ``/``).

    ``to_households`` are the uses by which income reaches households: a row keeps their sum, no single use.
    Values that many rows have are one object: rows that are pickled together keep it so, and are smaller.
    """
    operator = project.operator
    return Row(
        year=project.year,
        place=_one(project.place),
        industry=_one(project.industry),
        stage=_one(project.stage),
        operator=_one(operator.name) if operator else None,
        operator_kind=_one(operator.kind) if operator else None,
        credit_code=_one(operator.credit_code or None) if operator else None,
        mechanisms=_one(tuple(map(intern, project.mechanisms))),
        latest=_one(latest(project)),
        id=project.id,
        file=file,
        name=project.name,
        households=project.households,
        priority=max([linkage.beneficiaries.priority for linkage in project.linkages], default=0),
        money=Money.packed(project.investment, _funds(project), _years(project, to_households)),
        details=Details.packed(
            documents=[fund.document for fund in project.funding if fund.document],
            beneficiaries=[(each.mechanism, each.beneficiaries.households) for each in project.linkages],
            assets=[(at, asset.code) for at, asset in enumerate(project.assets) if asset.code],
            conditions=sorted({asset.condition for asset in project.assets}),
            agreements=[agreement.number for agreement in project.agreements],
            notices=[(each.moment, each.from_, each.to) for each in project.disclosures],
        ),
        rectifications=tuple(_rectifications(project)),
        scope=project.scope,
        digest=digest,
    )


def _funds(project: Project) -> list[tuple[str, Decimal]]:
    return [(fund.source, fund.amount) for fund in project.funding]


def _years(project: Project, to_households: Collection[str]) -> list[Year]:
    return [
        Year(
            each.year,
            each.income,
            each.reserve,
            each.used,
            sum([use.amount for use in each.uses if use.use in to_households], _NOTHING),
            tuple([(paid.mechanism, paid.amount, paid.households) for paid in each.payments]),
            each.paid.on if each.paid else None,
        )
        for each in sorted(project.distributions, key=attrgetter("year"))
    ]


def _rectifications(project: Project) -> Iterator[Rectification]:
    for each in project.inspections:
        if each.deadline and not each.rectified:
            yield Rectification(
                project.implementer.name,
                each.by,
                each.on,
                each.result,
                each.finding,
                each.deadline,
                each.measure or "",
            )


def latest(project: Project) -> date:
    """The day of the newest thing disclosed; the first day of the project's year where there is none."""
    return newest(project) or date(project.year, 1, 1)


def newest(project: Project) -> date | None:
    """The day of the newest thing disclosed, if there is any."""
    days = [each.from_ for each in project.disclosures]
    for each in project.distributions:
        if each.paid:
            days.append(each.paid.on)
        if each.plan_published:
            days.append(each.plan_published)
    days += [each.on for each in project.inspections]
    if project.completion:
        days.append(project.completion.accepted)
    return max(days, default=None)
