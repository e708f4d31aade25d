"""A project was started without a notice before the works.

What it does: warns when a project that has started (mark ``started``) has no disclosure with
``moment: before``.

Why: people are asked before money is spent in their village. If they were not, that cannot be made up
for, but it must be seen.

Mend: add the notice if there was one. Do not invent one.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N006",
    grade=Grade.WARNING,
    title=Bilingual("没有事前公示", "No notice before the works"),
    why=Bilingual(
        "动工以前要先问群众的意见。",
        "People are to be asked before the works begin.",
    ),
    message=Bilingual(
        "项目已经动工（阶段：{stage}），没有事前公示的记录。",
        "The project has started (stage: {stage}), but no notice before the works is on record.",
    ),
    remedy=Bilingual(
        "公示过的，补进 disclosures（moment 写 before）。没有公示过的照实留着，不要补造。",
        "If there was one, add it under disclosures (moment: before). If not, do not invent one.",
    ),
    clauses=("gongshi-register/notice-before-works",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if not context.marked("stages", project.stage, "started"):
        return
    if all(notice.moment != "before" for notice in project.disclosures):
        yield hit(PROBLEM, ("disclosures",), stage=context.word("stages", project.stage))
