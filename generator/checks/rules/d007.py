"""The distribution plan was published too late before the meeting.

What it does: refuses a year whose plan was published (``plan_published``) fewer than
``plan_notice_days`` days before the meeting that decided on it (``decided.on``).

Why: members must be able to read the plan, ask and object before they vote on it.

Mend: correct the dates if they were copied wrongly. If the plan really came late, publish it again and
let the meeting decide again.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D007",
    grade=Grade.ERROR,
    title=Bilingual("分配方案公布得太晚", "Plan published too late"),
    why=Bilingual(
        "成员要在开会以前看到方案，才来得及问、来得及提意见。",
        "Members must see the plan before they vote on it, in time to ask and to object.",
    ),
    message=Bilingual(
        "{year} 年的分配方案 {published} 公布，{meeting} 开会，{gap}，要至少提前 {days} 天。",
        "The plan for {year} was published on {published} and decided on {meeting}, {gap}; at least "
        "{days} days are needed.",
    ),
    remedy=Bilingual(
        "日期抄错的改过来。真的公布晚了，重新公布满 {days} 天，再开会决定。",
        "Correct a date copied wrongly. If it really came late, publish it again for {days} days and "
        "decide again.",
    ),
    clauses=("collective-economy-law/distribution",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    least = None
    for number, year in enumerate(project.distributions):
        if not year.decided or not year.plan_published:
            continue
        days = (year.decided.on - year.plan_published).days
        least = least or context.parameter("plan_notice_days", project)
        if days < least:
            before = Bilingual(f"只提前 {days} 天", f"{days} days before")
            after = Bilingual("开会以前没有公布", "not before the meeting")
            yield hit(
                PROBLEM,
                ("distributions", number, "plan_published"),
                year=year.year,
                published=year.plan_published,
                meeting=year.decided.on,
                gap=before if days > 0 else after,
                days=least,
            )
