"""More was spent than granted.

What it does: refuses a completion whose sum spent exceeds the sum of all funding.

Why: money that was spent came from somewhere; a source is missing or a sum is wrong.

Mend: add the missing source under ``funding``, or correct the sum.
"""

from collections.abc import Iterator

from generator.checks.funding import granted
from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="F006",
    grade=Grade.ERROR,
    title=Bilingual("支出比资金多", "Spent more than granted"),
    why=Bilingual(
        "花出去的钱总有来处。支出比资金多，不是漏写了来源，就是数字写错了。",
        "Money spent came from somewhere: a source is missing or a sum is wrong.",
    ),
    message=Bilingual(
        "实际支出 {spent} 元，比全部资金 {granted} 元多出 {over} 元。",
        "{spent} yuan were spent, {over} more than the {granted} yuan of all funding.",
    ),
    remedy=Bilingual(
        "核对金额。超出的部分由谁出的，在 funding 里补一条，例如经营主体自筹。",
        "Check the sums; add who paid the rest under funding, e.g. the operator's own capital.",
    ),
    clauses=("gongshi-register/sums",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    funding = granted(project)
    if not project.completion or funding is None:
        return
    spent = project.completion.spent
    if spent > funding:
        yield hit(
            PROBLEM,
            ("completion", "spent"),
            spent=money(spent),
            granted=money(funding),
            over=money(spent - funding),
        )
