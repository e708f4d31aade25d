"""An income-bearing asset of a running project that nobody operates.

What it does: refuses a running project (mark ``running``) with an asset that bears income and is not
disposed of, if it names no operator. A village that runs its asset itself is the operator.

Why: the operator is the one who owes the households what was promised.

Mend: write under ``operator`` who runs the asset.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="O004",
    grade=Grade.ERROR,
    title=Bilingual("产生收益的资产没有经营主体", "Income-bearing asset with no operator"),
    why=Bilingual(
        "谁经营，谁就要落实带动农户的责任。没有写经营主体，出了事不知道找谁。",
        "Who runs an asset answers for tying households in; without an operator nobody does.",
    ),
    message=Bilingual(
        "项目在{stage}，“{asset}”产生收益，却没有写由谁经营。",
        "The stage is “{stage}” and “{asset}” bears income, but no operator is named.",
    ),
    remedy=Bilingual(
        "在 operator 里写经营主体的全称和类型；村集体自己经营的，写村集体经济组织。",
        "Name the operator under operator; a village that runs the asset itself is the operator.",
    ),
    clauses=("ningling-2022-106/3", "changji-2023-8/4"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if project.operator or not context.marked("stages", project.stage, "running"):
        return
    for asset in project.assets:
        if asset.income_bearing and asset.condition != "disposed":
            stage = context.word("stages", project.stage)
            yield hit(PROBLEM, ("operator",), stage=stage, asset=asset.name)
            return
