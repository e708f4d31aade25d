"""A project that cost next to nothing: its amounts are in 万元.

What it does: warns when all funding together, else the sum spent, else the value of all assets together is
above zero and below 1,000 yuan.

Why: a project costs ten thousands of yuan. Amounts copied from a table in 万元 pass every comparison with
each other, and the site would publish a ten-thousandth of the money.

Mend: write the amounts in yuan: 131.4 万元 is 1314000.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Path, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="F007",
    grade=Grade.WARNING,
    title=Bilingual("金额太小", "Amount far too small"),
    why=Bilingual(
        "一个项目总要上万元。把万元的数直接抄过来，网站上的钱就少了一万倍。",
        "A project costs ten thousands of yuan; amounts in 万元 would publish a ten-thousandth of the money.",
    ),
    message=Bilingual(
        "{what}只有 {amount} 元。是不是把万元写成了元？",
        "{what} is only {amount} yuan. Was it copied from a table in 万元?",
    ),
    remedy=Bilingual(
        "金额都以元为单位：131.4 万元写 1314000。全部金额都核对一遍。",
        "Amounts are in yuan: 131.4 万元 is 1314000. Check all amounts of the record.",
    ),
    clauses=("gongshi-register/fields", "gongshi-register/funding"),
)

# Not a parameter: it tells one unit from another, and is no county's to decide.
_LEAST = Decimal(1000)
_NOTHING = Decimal(0)


def check(project: Project, context: Context) -> Iterator[Hit]:
    completion = project.completion
    if _small([fund.amount for fund in project.funding]):
        yield _hit(
            ("funding", 0, "amount"), Bilingual("全部资金", "All funding together"), project.investment
        )
    elif completion and _small([completion.spent]):
        yield _hit(("completion", "spent"), Bilingual("实际支出", "The sum spent"), completion.spent)
    elif _small(values := [asset.value for asset in project.assets]):
        what = Bilingual("全部资产的原值", "The value of all assets")
        yield _hit(("assets", 0, "value"), what, sum(values, _NOTHING))


def _small(amounts: list[Decimal]) -> bool:
    """Whether amounts come to something, but to less than any project costs."""
    return _LEAST > sum(amounts, _NOTHING) > _NOTHING


def _hit(path: Path, what: Bilingual, amount: Decimal) -> Hit:
    return hit(PROBLEM, path, what=what, amount=money(amount))
