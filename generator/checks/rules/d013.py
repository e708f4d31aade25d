"""An amount below zero in a distribution.

What it does: refuses every negative amount under ``distributions``: income, brought forward, reserve,
uses, carried forward and payments.

Why: money that came in, was kept or was paid is never less than nothing. A minus sign hides a correction
that readers cannot follow.

Mend: write the amount without the sign. Money given back or a loss is explained under ``note``.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Path, Problem
from generator.records.distribution import Distribution
from generator.records.project import Project

PROBLEM = Problem(
    code="D013",
    grade=Grade.ERROR,
    title=Bilingual("金额是负数", "Negative amount"),
    why=Bilingual(
        "收到的、留下的、付出去的钱，没有负数。写负数，群众看不懂。",
        "Money that came in, was kept or was paid is never negative; readers cannot follow a minus sign.",
    ),
    message=Bilingual(
        "{year} 年有一处金额是负数：{amount} 元。",
        "{year} has a negative amount: {amount} yuan.",
    ),
    remedy=Bilingual(
        "去掉负号，写实际的金额。退回的钱或者亏损，在 note 里说明。",
        "Write the actual amount without the sign. Explain money given back, or a loss, under note.",
    ),
    clauses=("gongshi-register/sums",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, year in enumerate(project.distributions):
        if not any(map(Decimal.is_signed, _every(year))):
            continue
        for path, amount in _amounts(year):
            if amount < 0:
                yield hit(PROBLEM, ("distributions", number, *path), year=year.year, amount=money(amount))


def _every(year: Distribution) -> list[Decimal]:
    every = [year.income, year.brought_forward, year.reserve, year.carried_forward]
    every += [use.amount for use in year.uses]
    every += [payment.amount for payment in year.payments]
    return every


def _amounts(year: Distribution) -> Iterator[tuple[Path, Decimal]]:
    yield ("income",), year.income
    yield ("brought_forward",), year.brought_forward
    yield ("reserve",), year.reserve
    for at, use in enumerate(year.uses):
        yield ("uses", at, "amount"), use.amount
    yield ("carried_forward",), year.carried_forward
    for at, payment in enumerate(year.payments):
        yield ("payments", at, "amount"), payment.amount
