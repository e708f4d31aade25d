"""The summary row: all that lists, indexes and register-wide rules keep of a record.

A row is small and holds no text that only the record's own page shows, so that a hundred thousand
of them fit in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

from generator.records.project import Project


@dataclass(frozen=True, slots=True)
class Year:
    """What one year brought: the village's income, its uses, and payments straight to households.

    ``shared`` is the part of ``uses`` that reaches households, ``payments`` the money that operators
    paid them directly, by mechanism with the households. All amounts in yuan.
    """

    year: int
    income: Decimal
    reserve: Decimal
    uses: tuple[tuple[str, Decimal], ...]
    payments: tuple[tuple[str, Decimal, int], ...]
    paid_on: date | None

    def __reduce__(self) -> tuple[Any, ...]:
        return Year, _YEAR(self)


@dataclass(frozen=True, slots=True)
class Rectification:
    """What an inspection asked to be mended and is not mended yet; ``unit`` carries the project out."""

    unit: str
    by: str
    on: date
    result: str
    finding: str
    deadline: date

    def __reduce__(self) -> tuple[Any, ...]:
        return Rectification, _RECTIFICATION(self)


@dataclass(frozen=True, slots=True)
class Row:
    """One record, as lists show it. Amounts in yuan, households as counts.

    ``assets`` are the codes of the assets that have one, each with its place among the assets.
    ``scope`` is what was built, in the record's words: people search for it. ``digest`` is that of the
    record's file: whatever is made from equal rows comes out equal.
    """

    id: str
    file: str
    name: str
    year: int
    place: str
    kind: str
    industry: str
    stage: str
    investment: Decimal
    funds: tuple[tuple[str, Decimal], ...]
    documents: tuple[str, ...]
    operator: str | None
    operator_kind: str | None
    credit_code: str | None
    mechanisms: tuple[str, ...]
    households: int
    priority: int
    beneficiaries: tuple[tuple[str, int], ...]
    assets: tuple[tuple[int, str], ...]
    asset_value: Decimal
    conditions: tuple[str, ...]
    owners: tuple[str, ...]
    agreements: tuple[str, ...]
    years: tuple[Year, ...]
    notices: tuple[tuple[str, date, date], ...]
    inspected: date | None
    rectify_by: date | None
    latest: date
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rectifications: tuple[Rectification, ...] = ()
    scope: str = ""
    digest: bytes = b""

    def __reduce__(self) -> tuple[Any, ...]:
        return Row, _ROW(self)

    @property
    def income(self) -> Decimal:
        """The village's income from the project over all years."""
        return sum((year.income for year in self.years), Decimal(0))

    @property
    def payments(self) -> Decimal:
        """What operators paid straight to households over all years."""
        return sum((amount for year in self.years for _, amount, _ in year.payments), Decimal(0))


_YEAR, _RECTIFICATION, _ROW = (
    attrgetter(*(each.name for each in fields(part))) for part in (Year, Rectification, Row)
)
"""All values of a part, in their order. Rows travel between processes and into the cache, so they are pickled
as plain values: a frozen dataclass with slots would hand over its state by Python code, twice as slow."""


def summarise(project: Project, file: str, digest: bytes = b"") -> Row:
    """The summary row of a record that was read from ``file`` (relative to the root, with ``/``)."""
    operator = project.operator
    due = [each.deadline for each in project.inspections if each.deadline and not each.rectified]
    return Row(
        id=project.id,
        file=file,
        name=project.name,
        year=project.year,
        place=project.place,
        kind=project.kind,
        industry=project.industry,
        stage=project.stage,
        investment=project.investment,
        funds=tuple((fund.source, fund.amount) for fund in project.funding),
        documents=tuple(fund.document for fund in project.funding if fund.document),
        operator=operator.name if operator else None,
        operator_kind=operator.kind if operator else None,
        credit_code=operator.credit_code if operator else None,
        mechanisms=project.mechanisms,
        households=project.households,
        priority=max((linkage.beneficiaries.priority for linkage in project.linkages), default=0),
        beneficiaries=tuple(
            (linkage.mechanism, linkage.beneficiaries.households) for linkage in project.linkages
        ),
        assets=tuple((at, asset.code) for at, asset in enumerate(project.assets) if asset.code),
        asset_value=sum((asset.value for asset in project.assets), Decimal(0)),
        conditions=tuple(sorted({asset.condition for asset in project.assets})),
        owners=tuple(sorted({asset.owner.kind for asset in project.assets if asset.owner})),
        agreements=tuple(agreement.number for agreement in project.agreements),
        years=tuple(_years(project)),
        notices=tuple((each.moment, each.from_, each.to) for each in project.disclosures),
        inspected=max((each.on for each in project.inspections), default=None),
        rectify_by=min(due, default=None),
        latest=latest(project),
        rectifications=tuple(_rectifications(project)),
        scope=project.scope,
        digest=digest,
    )


def _years(project: Project) -> list[Year]:
    return [
        Year(
            year=each.year,
            income=each.income,
            reserve=each.reserve,
            uses=tuple((use.use, use.amount) for use in each.uses),
            payments=tuple((paid.mechanism, paid.amount, paid.households) for paid in each.payments),
            paid_on=each.paid.on if each.paid else None,
        )
        for each in sorted(project.distributions, key=lambda each: each.year)
    ]


def _rectifications(project: Project) -> Iterator[Rectification]:
    for each in project.inspections:
        if each.deadline and not each.rectified:
            yield Rectification(
                project.implementer.name, each.by, each.on, each.result, each.finding, each.deadline
            )


def latest(project: Project) -> date:
    """The day of the newest thing disclosed; the first day of the project's year where there is none."""
    days = [each.from_ for each in project.disclosures]
    for each in project.distributions:
        if each.paid:
            days.append(each.paid.on)
        if each.plan_published:
            days.append(each.plan_published)
    days += [each.on for each in project.inspections]
    if project.completion:
        days.append(project.completion.accepted)
    return max(days) if days else date(project.year, 1, 1)
