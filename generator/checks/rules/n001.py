"""A disclosure was up for too few days.

What it does: refuses a disclosure that was posted for fewer than ``notice_days`` days, the first and the
last both counted. It may stay in the record beside one of the same ``moment`` that was posted again
within 90 days, for long enough.

Why: people need time to see a notice and to object.

Mend: correct the dates. If it really came down early, post it again for the full time, and add that.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.outcome import Disclosure
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
        "日期抄错的改过来。真的没贴够，重新公示满 {least} 天，另写一条。",
        "Correct a date copied wrongly. If it came down early, post it again for {least} days and add that.",
    ),
    clauses=("gongshi-register/notice-days",),
)


_AGAIN = timedelta(days=90)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if not project.disclosures:
        return
    least = context.parameter("notice_days", project)
    for number, notice in enumerate(project.disclosures):
        if _days(notice) < least and not _posted_again(notice, project, least):
            yield hit(
                PROBLEM,
                ("disclosures", number, "to"),
                moment=context.word("disclosure_moments", notice.moment),
                first=notice.from_,
                last=notice.to,
                days=max(_days(notice), 0),
                least=least,
            )


def _days(notice: Disclosure) -> int:
    return (notice.to - notice.from_).days + 1


def _posted_again(notice: Disclosure, project: Project, least: Decimal) -> bool:
    return any(
        again.moment == notice.moment
        and notice.to < again.from_ <= notice.to + _AGAIN
        and _days(again) >= least
        for again in project.disclosures
    )
