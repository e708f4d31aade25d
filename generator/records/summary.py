"""The summary row: all that lists, indexes and register-wide rules keep of a record.

A row is small and holds no text that only the record's own page shows, so that a hundred thousand
of them fit in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from sys import intern
from typing import Any

from generator.records.project import Project
from generator.records.years import Year, Years, yuan


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
    conditions: tuple[str, ...]
    agreements: tuple[str, ...]
    years: Years
    notices: tuple[tuple[str, date, date], ...]
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
        return yuan(sum([year[1] for year in self.years.packed()]))

    @property
    def payments(self) -> Decimal:
        """What operators paid straight to households over all years."""
        return yuan(sum([amount for year in self.years.packed() for _, amount, _ in year[4]]))


_RECTIFICATION, _ROW = (attrgetter(*(each.name for each in fields(part))) for part in (Rectification, Row))
"""All values of a part, in their order. Rows travel between processes and into the cache, so they are pickled
as plain values: a frozen dataclass with slots would hand over its state by Python code, twice as slow."""


def summarise(project: Project, file: str, digest: bytes = b"") -> Row:
    """The summary row of a record that was read from ``file`` (relative to the root, with ``/``).

    Words that many rows have are one object: rows that are pickled together keep it so, and are smaller.
    """
    operator = project.operator
    return Row(
        id=project.id,
        file=file,
        name=project.name,
        year=project.year,
        place=intern(project.place),
        industry=intern(project.industry),
        stage=intern(project.stage),
        investment=project.investment,
        funds=tuple((intern(fund.source), fund.amount) for fund in project.funding),
        documents=tuple(intern(fund.document) for fund in project.funding if fund.document),
        operator=intern(operator.name) if operator else None,
        operator_kind=intern(operator.kind) if operator else None,
        credit_code=intern(operator.credit_code) if operator and operator.credit_code else None,
        mechanisms=tuple(map(intern, project.mechanisms)),
        households=project.households,
        priority=max((linkage.beneficiaries.priority for linkage in project.linkages), default=0),
        beneficiaries=tuple(
            (intern(linkage.mechanism), linkage.beneficiaries.households) for linkage in project.linkages
        ),
        assets=tuple((at, asset.code) for at, asset in enumerate(project.assets) if asset.code),
        conditions=tuple(sorted({intern(asset.condition) for asset in project.assets})),
        agreements=tuple(agreement.number for agreement in project.agreements),
        years=Years.of(_years(project)),
        notices=tuple((intern(each.moment), each.from_, each.to) for each in project.disclosures),
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
