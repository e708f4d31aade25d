"""A year's income and its uses do not add up.

What it does: refuses a year in which ``income`` + ``brought_forward`` is not ``reserve`` + all ``uses``
+ ``carried_forward``, to the fen. A year that nobody has decided on yet (no ``decided``, no ``uses``,
nothing carried forward) is left alone: its money has come in, its plan is still to be made. A year that
gives away more than it had is rule D002's.

Why: whoever reads the notice adds it up. A sum that is short means that money is missing, or that the
notice is wrong.

Mend: check the figures against the village's books, and add the use that was left out, or write what
remains as ``carried_forward``.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D001",
    grade=Grade.ERROR,
    title=Bilingual("收益和用途对不上", "Income and uses do not add up"),
    why=Bilingual(
        "群众会自己加一遍。加起来不对，不是账错了，就是公示写错了。",
        "Readers add it up. A wrong sum means that either the books or the notice are wrong.",
    ),
    message=Bilingual(
        "{year} 年可分的钱是 {had} 元，提取、使用和结转加起来是 {gone} 元，差 {difference} 元。",
        "In {year} there were {had} yuan; reserve, uses and carry-over come to {gone} yuan, which is "
        "{difference} yuan off.",
    ),
    remedy=Bilingual(
        "对照村里的账。漏写的用途补上；没分完的写进 carried_forward。",
        "Compare with the village's books: add what was left out; write what remains as carried_forward.",
    ),
    clauses=("gongshi-register/sums",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, year in enumerate(project.distributions):
        had = year.income + year.brought_forward
        spent = year.reserve + year.used
        gone = spent + year.carried_forward
        if had == gone:
            continue
        pending = not (year.decided or year.uses or year.carried_forward)
        if not pending and spent <= had:
            yield hit(
                PROBLEM,
                ("distributions", number),
                year=year.year,
                had=money(had),
                gone=money(gone),
                difference=money(abs(had - gone)),
            )
