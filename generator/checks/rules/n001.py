"""A disclosure was up for too few days.

What it does: refuses a disclosure that was posted for fewer than ``notice_days`` days, the first and the
last both counted.

Why: people need time to see a notice and to object.

Mend: correct the dates. If it really came down early, post it again for the full time.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N001",
    grade=Grade.ERROR,
    title=Bilingual("公示天数不够", "Disclosed for too few days"),
    why=Bilingual(
        "公示要贴够天数，群众才看得到，才来得及提意见。",
        "A notice must be up long enough for people to see it and to object.",
    ),
    message=Bilingual(
        "{moment}从 {first} 到 {last}，只有 {days} 天，要满 {least} 天（头尾都算）。",
        "{moment}: {first} to {last} is {days} days; {least} are needed, both ends counted.",
    ),
    remedy=Bilingual(
        "日期抄错的改过来。真的没贴够，重新公示满 {least} 天，再写新的日期。",
        "Correct a date copied wrongly. If it came down early, post it again for {least} days.",
    ),
    clauses=("gongshi-register/notice-days",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, notice in enumerate(project.disclosures):
        days = (notice.to - notice.from_).days + 1
        least = context.parameter("notice_days", project)
        if days < least:
            yield hit(
                PROBLEM,
                ("disclosures", number, "to"),
                moment=context.word("disclosure_moments", notice.moment),
                first=notice.from_,
                last=notice.to,
                days=max(days, 0),
                least=least,
            )
