"""A completion was not announced.

What it does: warns when a project states its ``completion`` but, more than 20 working days after the
acceptance, no announcement of it (a disclosure with ``moment: after``). Working days are taken as four
weeks; public holidays are not known here.

Why: what the office knows has to reach the people, as a rule within 20 working days.

Mend: add the announcement; if there was none, post it now.
"""

from collections.abc import Iterator
from datetime import timedelta

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N008",
    grade=Grade.WARNING,
    title=Bilingual("没有完工公告", "Completion not announced"),
    why=Bilingual(
        "验收的结果要让群众知道，一般在 20 个工作日之内公开。",
        "The result has to reach the people, as a rule within 20 working days.",
    ),
    message=Bilingual(
        "项目 {accepted} 验收，到 {today} 没有完工公告的记录。",
        "The project was accepted on {accepted}; by {today} no announcement of it is on record.",
    ),
    remedy=Bilingual(
        "公告过的，补进 disclosures（moment 写 after）。没有公告的，现在贴出来。",
        "If it was announced, add it under disclosures (moment: after). If not, post it now.",
    ),
    clauses=("disclosure-regulation/26", "gongshi-register/notice-before-works"),
)

_GRACE = timedelta(weeks=4)


def check(project: Project, context: Context) -> Iterator[Hit]:
    done = project.completion
    if done is None or context.as_of <= done.accepted + _GRACE:
        return
    if all(notice.moment != "after" for notice in project.disclosures):
        yield hit(PROBLEM, ("disclosures",), accepted=done.accepted, today=context.as_of)
