"""A running project has not been inspected for too long.

What it does: warns when a running project (mark ``running``) had no inspection within the last
``inspection_months`` months before the as-of date. A project accepted within that time is not due yet.

Why: linkages fade when nobody looks. Both documents demand that projects under way are inspected.

Mend: inspect the project and add the inspection under ``inspections``.
"""

import calendar
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N003",
    grade=Grade.WARNING,
    title=Bilingual("很久没有检查", "Not inspected for too long"),
    why=Bilingual(
        "没人去看，带动就容易变成空话。运营的项目要定期检查。",
        "Linkages fade when nobody looks; running projects are to be inspected.",
    ),
    message=Bilingual(
        "项目在运营，{last}，到 {day} 已经超过 {months} 个月。",
        "The project is running; {last}, more than {months} months before {day}.",
    ),
    remedy=Bilingual(
        "到现场检查一次，写进 inspections。查过没写的，补上。",
        "Inspect the project and add it under inspections; add an inspection that was not written down.",
    ),
    clauses=("gongshi-register/inspection", "ningling-2022-106/7-2", "changji-2023-8/16"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if not context.marked("stages", project.stage, "running"):
        return
    day = context.as_of
    months = int(context.parameter("inspection_months", project))
    since = _before(day, months)
    last = max([each.on for each in project.inspections if each.on <= day], default=None)
    accepted = project.completion.accepted if project.completion else None
    if (last and last >= since) or (accepted and accepted >= since):
        return
    told = Bilingual(f"上次检查是 {last}", f"last inspected on {last}")
    began = Bilingual(f"{accepted} 验收后没有检查过", f"accepted on {accepted} and never inspected")
    never = Bilingual("没有检查记录", "no inspection is on record")
    yield hit(
        PROBLEM,
        ("inspections",),
        last=told if last else began if accepted else never,
        day=day,
        months=months,
    )


@lru_cache(maxsize=16)
def _before(day: date, months: int) -> date:
    """The same day some months earlier, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
