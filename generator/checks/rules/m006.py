"""The named groups of beneficiaries are more than all households.

What it does: refuses a linkage whose lifted, monitored and at-risk households together exceed its
households. The groups do not overlap: who is counted in one is not counted in another.

Why: figures that cannot be are worth nothing on a notice board.

Mend: correct the numbers; a household that is both lifted and monitored is counted as lifted.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="M006",
    grade=Grade.ERROR,
    title=Bilingual("户数分项比总数大", "Parts larger than the whole"),
    why=Bilingual(
        "分项加起来比总数还大，这样的数字贴出去没人信。",
        "Parts that exceed the whole cannot be, and nobody believes them on a board.",
    ),
    message=Bilingual(
        "“{mechanism}”写带动 {all} 户，其中脱贫户、监测对象等加起来却有 {parts} 户。",
        "“{mechanism}” ties in {all} households, but its priority groups add up to {parts}.",
    ),
    remedy=Bilingual(
        "核对户数：households 是全部农户；一户只算一类，又是脱贫户又是监测对象的，算脱贫户。",
        "Correct the numbers: households is the whole, and a household counts in one group only.",
    ),
    clauses=("gongshi-register/sums",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, linkage in enumerate(project.linkages):
        tied = linkage.beneficiaries
        if tied.priority > tied.households:
            yield hit(
                PROBLEM,
                ("linkages", number, "beneficiaries"),
                mechanism=context.word("mechanisms", linkage.mechanism),
                all=tied.households,
                parts=tied.priority,
            )
