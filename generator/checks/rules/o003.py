"""The assets together are worth more than was invested.

What it does: refuses a project whose asset values add up to more than its funding.

Why: an asset is entered at what it cost. A higher value makes rents and dividends on it wrong, and
often hides money that is not stated.

Mend: correct the values, or add the source that paid the rest.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.funding import granted
from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="O003",
    grade=Grade.ERROR,
    title=Bilingual("资产比投资多", "Assets larger than the investment"),
    why=Bilingual(
        "资产按花了多少钱入账，加起来不会比投入的钱多。",
        "Assets are entered at cost and cannot exceed what was invested.",
    ),
    message=Bilingual(
        "资产原值合计 {value} 元，比全部资金 {investment} 元多出 {over} 元。",
        "The assets add up to {value} yuan, {over} more than the {investment} yuan of all funding.",
    ),
    remedy=Bilingual(
        "核对每项资产的原值；有别的资金投入的，在 funding 里补上。",
        "Check the values; if other money went in, add it under funding.",
    ),
    clauses=("gongshi-register/sums",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    investment = granted(project)
    if not project.assets or investment is None:
        return
    value = sum([asset.value for asset in project.assets], Decimal(0))
    if value > investment:
        yield hit(
            PROBLEM,
            ("assets",),
            value=money(value),
            investment=money(investment),
            over=money(value - investment),
        )
