"""An asset in trouble, and nothing said about what is done.

What it does: refuses an asset that is underused or idle (mark ``trouble`` on the condition) without
a ``follow_up``.

Why: that an asset lies idle may come to pass; that nobody has a plan for it may not. The policies
demand that such assets are let, revived, adjusted or disposed of.

Mend: write under ``follow_up`` which way is taken, what is done, and by when.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="O005",
    grade=Grade.ERROR,
    title=Bilingual("低效或闲置的资产没有写后续办法", "Asset in trouble without follow-up"),
    why=Bilingual(
        "资产用不好，要有办法盘活。文件要求对闲置和低效的资产出租、改造或处置。",
        "The policies demand that idle and underused assets are let, improved or disposed of.",
    ),
    message=Bilingual(
        "“{asset}”的状况是{condition}，没有写打算怎么办。",
        "“{asset}” is {condition}, and nothing is said about what will be done.",
    ),
    remedy=Bilingual(
        "在 follow_up 里写：用哪种办法（way），具体怎么做、谁来做（plan），什么时候做完（due）。",
        "State way, plan and due under follow_up.",
    ),
    clauses=("ningling-2022-106/7-2", "changji-2023-8/17"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, asset in enumerate(project.assets):
        if asset.follow_up is None and context.marked("asset_conditions", asset.condition, "trouble"):
            condition = context.word("asset_conditions", asset.condition)
            yield hit(
                PROBLEM,
                ("assets", number, "follow_up"),
                asset=asset.name,
                condition=Bilingual(condition.zh, condition.en.lower()),
            )
