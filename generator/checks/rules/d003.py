"""A year's income stayed below the guaranteed return.

What it does: warns when a year brought less than ``principal`` × ``guaranteed_rate`` of all guaranteed
returns together. The first and the last year of a term count by their days; one yuan is tolerated for
rounding. What operators paid straight to households under these mechanisms counts as received. A year
is judged once it is over or its distribution has been decided on.

Why: the guarantee is what households were promised. That it was not kept cannot be undone by editing
the record; the public has to see it.

Mend: collect what is owed by the agreement's breach clause, and say in the year's ``note`` how it stands.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.promise import guaranteed, promised_in, yearly
from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.distribution import Distribution
from generator.records.project import Project

PROBLEM = Problem(
    code="D003",
    grade=Grade.WARNING,
    title=Bilingual("保底收益没有兑现够", "Less than the guaranteed return"),
    why=Bilingual(
        "保底是写进协议的承诺，应当按时足额兑现。没有兑现够，群众有权知道。",
        "The guarantee is a promise in the agreement, to be paid in full and on time. Where it was not, "
        "people have a right to know.",
    ),
    message=Bilingual(
        "{year} 年保底应得 {promised} 元，实际收到 {received} 元，少 {difference} 元。",
        "For {year} {promised} yuan were guaranteed, {received} yuan came in: {difference} yuan less.",
    ),
    remedy=Bilingual(
        "按协议的违约条款催收；在这一年的 note 里写明为什么少、什么时候补。",
        "Collect it by the breach clause; say in the year's note why it is short and when it will be paid.",
    ),
    clauses=("changji-2023-8/12", "changji-2023-8/10-3"),
)

_TOLERANCE = Decimal(1)


def check(project: Project, context: Context) -> Iterator[Hit]:
    promises = [yearly(linkage) for _, linkage in guaranteed(project)]
    if not promises:
        return
    most = sum([each for each in promises if each and each > 0])
    for number, year in enumerate(project.distributions):
        if year.year >= context.as_of.year and not year.decided:
            continue
        received = _received(year)
        if received >= most - _TOLERANCE:
            continue
        promised = promised_in(project, year.year)
        if received < promised - _TOLERANCE:
            yield hit(
                PROBLEM,
                ("distributions", number, "income"),
                year=year.year,
                promised=money(promised),
                received=money(received),
                difference=money(promised - received),
            )


def _received(year: Distribution) -> Decimal:
    return sum(
        [paid.amount for paid in year.payments if paid.mechanism == "guaranteed_dividend"], year.income
    )
