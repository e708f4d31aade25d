"""The works were accepted before they began.

What it does: warns when the day of acceptance (``completion.accepted``) lies before the first day of the
works (``period.start``). Both on one day is possible: animals are handed over and counted in a morning.

Why: one of the two days is wrong, and readers see both.

Mend: correct the day that was copied wrongly; works that began earlier than planned have their real days in
``period``.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N009",
    grade=Grade.WARNING,
    title=Bilingual("验收比开工还早", "Accepted before the works began"),
    why=Bilingual(
        "没开工就验收，说不通，两个日期总有一个是错的。",
        "Nothing can be accepted before it is begun; one of the two days is wrong.",
    ),
    message=Bilingual(
        "{accepted} 就验收了，实施期限却从 {start} 开始。",
        "The works were accepted on {accepted}, but begin on {start}.",
    ),
    remedy=Bilingual(
        "核对验收日期和实施期限，抄错的改过来。提前开工的，实施期限写实际的日期。",
        "Correct the day that was copied wrongly. If the works began early, write their real days.",
    ),
    clauses=("gongshi-register/notice-before-works",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    done, start = project.completion, project.period.start
    if done and done.accepted < start:
        yield hit(PROBLEM, ("completion", "accepted"), accepted=done.accepted, start=start)
