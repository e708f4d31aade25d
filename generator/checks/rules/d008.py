"""Dividends were paid although no reserve was taken first.

What it does: refuses a year with income in which members got dividends (uses with the mark
``dividend``) while ``reserve`` is 0.

Why: the law puts the reserve and welfare funds first; only what remains is shared out.

Mend: write the reserve that was taken. If none was, decide again: first the reserve, then the dividend.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D008",
    grade=Grade.ERROR,
    title=Bilingual("没有先提公积公益金", "No reserve taken first"),
    why=Bilingual(
        "收益要先提公积公益金，剩下的才能分红。",
        "The reserve and welfare funds come first; only what remains may be paid as dividends.",
    ),
    message=Bilingual(
        "{year} 年有收益 {income} 元，分红 {dividends} 元，公积公益金却是 0。",
        "{year} had an income of {income} yuan and paid {dividends} yuan in dividends, but took no reserve.",
    ),
    remedy=Bilingual(
        "提了的写进 reserve。没有提的，重新商定：先提公积公益金，再分红。",
        "Write under reserve what was taken. If none was, decide again: the reserve first, then dividends.",
    ),
    clauses=("collective-economy-law/distribution",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, year in enumerate(project.distributions):
        if year.income <= 0 or year.reserve != 0:
            continue
        paid = (use.amount for use in year.uses if context.marked("uses", use.use, "dividend"))
        dividends = sum(paid, Decimal(0))
        if dividends:
            yield hit(
                PROBLEM,
                ("distributions", number, "reserve"),
                year=year.year,
                income=money(year.income),
                dividends=money(dividends),
            )
