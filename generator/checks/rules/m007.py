"""A large investment that only trains or serves.

What it does: notes a project whose mechanisms are all soft (mark ``soft``: training, support
services) although its investment reaches ``large_investment``, a parameter in yuan.

Why: training and services help, but they give a household no claim to any part of the income. For
much public money people may expect a firmer tie.

Mend: nothing has to be done; consider work, orders, rent or a dividend as well.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import listed, money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="M007",
    grade=Grade.NOTE,
    title=Bilingual("投资大，联结却只有培训或服务", "A large investment that only trains or serves"),
    why=Bilingual(
        "培训和服务有用，但农户分不到项目的收益。公家投入多的项目，最好有更实在的联结。",
        "Training and services give households no claim to the income; much public money calls for more.",
    ),
    message=Bilingual(
        "项目投入 {investment} 元，联结方式只有{mechanisms}。",
        "The project invests {investment} yuan; its only mechanisms are: {mechanisms}.",
    ),
    remedy=Bilingual(
        "不是必须改。可以考虑再加务工、订单、流转或分红。投入满 {limit} 元的项目给这条提示。",
        "Nothing has to be changed; consider work, orders, rent or a dividend. The note is given from "
        "{limit} yuan on.",
    ),
    clauses=("ningling-2022-106/7-1", "changji-2023-8/3", "gongshi-register/defaults"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if not project.linkages or not all(
        context.marked("mechanisms", linkage.mechanism, "soft") for linkage in project.linkages
    ):
        return
    limit = context.parameter("large_investment", project)
    if project.investment >= limit:
        yield hit(
            PROBLEM,
            ("linkages",),
            investment=money(project.investment),
            mechanisms=listed(context.word("mechanisms", code) for code in project.mechanisms),
            limit=money(limit),
        )
