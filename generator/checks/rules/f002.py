"""An amount of money that is not positive.

What it does: refuses a sum of funding of zero or less, and a negative sum spent.

Why: all shares and totals on the site are reckoned from these sums.

Mend: write the amount in yuan. Money taken back is not a negative entry: lower the amount of its
source instead.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="F002",
    grade=Grade.ERROR,
    title=Bilingual("金额不大于 0", "Amount not positive"),
    why=Bilingual(
        "网站上的合计和比例都从这些数来，一笔写错，处处都错。",
        "All totals and shares are reckoned from these sums.",
    ),
    message=Bilingual(
        "{what}写的是 {amount} 元，{fault}。",
        "{what}: {amount} yuan; it {fault}.",
    ),
    remedy=Bilingual(
        "改成实际金额，单位元。收回的资金不要写负数，直接把那一笔的金额改小。",
        "Write the real amount in yuan; for money taken back, lower the amount of its source.",
    ),
    clauses=("gongshi-register/sums", "gongshi-register/funding"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, fund in enumerate(project.funding):
        if fund.amount <= 0:
            yield hit(
                PROBLEM,
                ("funding", number, "amount"),
                what=context.word("fund_sources", fund.source),
                amount=money(fund.amount),
                fault=Bilingual("应当大于 0", "should be above zero"),
            )
    if project.completion and project.completion.spent < 0:
        yield hit(
            PROBLEM,
            ("completion", "spent"),
            what=Bilingual("实际支出", "The sum spent"),
            amount=money(project.completion.spent),
            fault=Bilingual("不能是负数", "must not be negative"),
        )
