"""A payment names a mechanism that the project does not have.

What it does: refuses an entry of ``payments`` whose mechanism is not among the project's linkages. A
project without any linkage is rule M001's matter.

Why: a reader must be able to see what was promised beside what was paid. A payment out of nothing shows
that a linkage was forgotten, or that the wrong mechanism was chosen.

Mend: choose the mechanism that the payment came from, or add the missing one under ``linkages``.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import listed
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D010",
    grade=Grade.ERROR,
    title=Bilingual("付款的联结方式项目里没有", "Payment under a mechanism that is not there"),
    why=Bilingual(
        "约定了什么、付了什么，要能对着看。没有约定的付款，不是漏写了机制，就是选错了方式。",
        "What was promised and what was paid must stand side by side. A payment under no linkage means that "
        "one was forgotten or the wrong one chosen.",
    ),
    message=Bilingual(
        "{year} 年有一笔“{mechanism}”的付款，可是项目的联农带农机制里没有这一种。",
        "{year} has a payment for {mechanism}, which is not among the project's mechanisms.",
    ),
    remedy=Bilingual(
        "改成项目里有的方式（{known}），或者在 linkages 下面补上“{mechanism}”。",
        "Choose one that the project has ({known}), or add {mechanism} under linkages.",
    ),
    clauses=("gongshi-register/fields", "changji-2023-8/16"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if not project.linkages:
        return
    known = {linkage.mechanism for linkage in project.linkages}
    for number, year in enumerate(project.distributions):
        for at, payment in enumerate(year.payments):
            if payment.mechanism not in known:
                yield hit(
                    PROBLEM,
                    ("distributions", number, "payments", at, "mechanism"),
                    year=year.year,
                    mechanism=context.word("mechanisms", payment.mechanism),
                    known=listed(context.word("mechanisms", code) for code in project.mechanisms),
                )
