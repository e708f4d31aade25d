"""A project that runs, or is over, states no completion.

What it does: warns when a project that runs or is over (marks ``running``, ``over``) has no
``completion``.

Why: after the works people learn what was built, what it cost and whether it passed.

Mend: add the completion. If the works were never accepted, correct the stage.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N007",
    grade=Grade.WARNING,
    title=Bilingual("没有写完工验收", "No completion stated"),
    why=Bilingual(
        "工程做完，群众要知道建成了什么、花了多少、验收过没过。",
        "After the works people must learn what was built, what it cost and whether it passed.",
    ),
    message=Bilingual(
        "项目已经到“{stage}”阶段，没有写完工验收。",
        "The project has reached the stage “{stage}” but states no completion.",
    ),
    remedy=Bilingual(
        "补上 completion：哪天验收、花了多少、建成了什么、合不合格。还没验收的，改正 stage。",
        "Add completion: when it was accepted, what was spent, what was built, whether it passed. If it "
        "was not accepted yet, correct the stage.",
    ),
    clauses=("gongshi-register/notice-before-works",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    stage = project.stage
    if project.completion is None and (
        context.marked("stages", stage, "running") or context.marked("stages", stage, "over")
    ):
        yield hit(PROBLEM, ("completion",), stage=context.word("stages", stage))
