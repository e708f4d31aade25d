"""A year gives away more than it had.

What it does: refuses a year whose ``reserve`` and ``uses`` together exceed ``income`` +
``brought_forward``.

Why: nobody can share out money that did not come in. Either the income is missing from the record, or
the uses are too high.

Mend: check the year's income and what was left from the year before; correct the amount that is wrong.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D002",
    grade=Grade.ERROR,
    title=Bilingual("分出去的比收到的多", "More given away than there was"),
    why=Bilingual(
        "没有收到的钱分不出去。不是收益漏写了，就是用途写多了。",
        "Money that did not come in cannot be shared out: income is missing, or the uses are too high.",
    ),
    message=Bilingual(
        "{year} 年连上年结转一共有 {had} 元，提取和使用却有 {gone} 元，多出 {difference} 元。",
        "In {year} there were {had} yuan with what was brought forward, but reserve and uses come to "
        "{gone} yuan, {difference} yuan more.",
    ),
    remedy=Bilingual(
        "核对当年收益和上年结转；写漏的补上，写多的改过来。",
        "Check the income and what was brought forward; add what is missing, correct what is too high.",
    ),
    clauses=("gongshi-register/sums",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, year in enumerate(project.distributions):
        had = year.income + year.brought_forward
        gone = year.reserve + year.used
        if gone > had:
            yield hit(
                PROBLEM,
                ("distributions", number),
                year=year.year,
                had=money(had),
                gone=money(gone),
                difference=money(gone - had),
            )
