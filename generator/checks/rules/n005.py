"""The deadline for mending has passed.

What it does: warns when an inspection's ``deadline`` lies before the as-of date and nothing was
``rectified`` by then.

Why: whatever an inspection found concerns the households. That it is still not mended must be seen.

Mend: have it mended and write the day under ``rectified`` and what was done under ``measure``.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N005",
    grade=Grade.WARNING,
    title=Bilingual("整改过了期限", "Deadline passed"),
    why=Bilingual(
        "检查发现的问题要按期改好。没改好，群众要能看到。",
        "What an inspection found is to be mended in time; where it is not, people must see it.",
    ),
    message=Bilingual(
        "{day} 检查要求 {deadline} 以前办完，到 {today} 已经过了 {late} 天，还没有写办完。",
        "The inspection of {day} set {deadline}; by {today} that is {late} days ago, and nothing says it "
        "was done.",
    ),
    remedy=Bilingual(
        "办完了的写 rectified（哪天办完）和 measure（怎么办的）。没办完的抓紧办。",
        "If it was done, write rectified (the day) and measure (what was done). If not, have it done.",
    ),
    clauses=("gongshi-register/inspection", "ningling-2022-106/7-2", "changji-2023-8/16"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    today = context.as_of
    for number, inspection in enumerate(project.inspections):
        deadline, done = inspection.deadline, inspection.rectified
        if deadline and deadline < today and (done is None or done > today):
            yield hit(
                PROBLEM,
                ("inspections", number, "deadline"),
                day=inspection.on,
                deadline=deadline,
                today=today,
                late=(today - deadline).days,
            )
