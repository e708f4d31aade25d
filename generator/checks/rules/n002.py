"""The works began before the notice of them had ended.

What it does: refuses a project none of whose notices before the works (``moment: before``) ended before
the works began (``period.start``). A second notice during the works, after a change of plan, does no
harm if the first one was in time. A project without any such notice is rule N006's matter.

Why: a notice asks for objections. Once the diggers are there, it is too late to object.

Mend: correct the dates if they were copied wrongly. If the works have not begun, let them begin after the
notice has ended.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N002",
    grade=Grade.ERROR,
    title=Bilingual("没公示完就动工", "Works began before the notice ended"),
    why=Bilingual(
        "事前公示是征求意见的。已经动工了，再提意见就晚了。",
        "A notice before the works asks for objections; once the works have begun it is too late.",
    ),
    message=Bilingual(
        "事前公示 {last} 才结束，{start} 就计划动工了。",
        "The notice before the works ended on {last}, but the works were to begin on {start}.",
    ),
    remedy=Bilingual(
        "日期抄错的改过来。还没动工的，把开工日期推到公示期满以后。",
        "Correct a date copied wrongly. If the works have not begun, let them begin after the notice ends.",
    ),
    clauses=("gongshi-register/notice-before-works",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    start = project.period.start
    before = [each for each in enumerate(project.disclosures) if each[1].moment == "before"]
    if not before or any(notice.to < start for _, notice in before):
        return
    number, notice = min(before, key=lambda each: (each[1].to, each[0]))
    key = "from" if notice.from_ >= start else "to"
    yield hit(PROBLEM, ("disclosures", number, key), last=notice.to, start=start)
