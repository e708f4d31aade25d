"""A day of something done that is still ahead.

What it does: warns when a day lies after the as-of date on which something was done: funding granted, an
agreement signed, the works accepted, a decision taken, money paid, an inspection, its rectification. What
may be arranged in advance (a disclosure, the publication of a plan and the meeting on it, a change of
beneficiaries) is told only when it lies more than a year ahead. Ends of terms and deadlines lie ahead by
their nature.

Why: such a day is a slip of the year; until it comes, the site says that something was done which was not.

Mend: correct the day; what has not been done yet is written down when it is done.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import listed
from generator.findings.finding import Bilingual, Grade, Path, Problem
from generator.records.agreement import Agreement
from generator.records.distribution import Decision, Distribution, Paid
from generator.records.funding import Funding
from generator.records.model import Model, labels
from generator.records.outcome import BeneficiaryChange, Completion, Disclosure, Inspection
from generator.records.project import Project

PROBLEM = Problem(
    code="A007",
    grade=Grade.WARNING,
    title=Bilingual("日期还没到", "Day still ahead"),
    why=Bilingual(
        "验收、检查、签协议、发钱，办完了才有日期。日子还没到就写上，群众会以为已经办了。",
        "What was accepted, inspected, signed or paid has a day in the past; one ahead says what is not so.",
    ),
    message=Bilingual(
        "{days}，比数据截至的 {today} 还晚。",
        "{days}: later than {today}, up to which the data go.",
    ),
    remedy=Bilingual(
        "核对年月日，多半是年份抄错了。还没办的事，办完再写。",
        "Check the days; mostly a year was copied wrongly. What is not done yet is added when it is done.",
    ),
    clauses=("gongshi-register/fields",),
)

_ARRANGED = timedelta(days=366)

_Ahead = tuple[Path, type[Model], date]


def check(project: Project, context: Context) -> Iterator[Hit]:
    today = context.as_of
    ahead = [*_ahead(project, today)]
    if ahead:
        days = listed(_told(path, model, day) for path, model, day in ahead)
        yield hit(PROBLEM, ahead[0][0], days=days, today=today)


def _ahead(project: Project, today: date) -> Iterator[_Ahead]:
    for at, fund in enumerate(project.funding):
        if fund.granted and fund.granted > today:
            yield ("funding", at, "granted"), Funding, fund.granted
    for at, agreement in enumerate(project.agreements):
        if agreement.signed and agreement.signed > today:
            yield ("agreements", at, "signed"), Agreement, agreement.signed
    for at, notice in enumerate(project.disclosures):
        if notice.from_ > today and notice.from_ - today > _ARRANGED:
            yield ("disclosures", at, "from"), Disclosure, notice.from_
    if project.completion and project.completion.accepted > today:
        yield ("completion", "accepted"), Completion, project.completion.accepted
    for at, year in enumerate(project.distributions):
        yield from _of_year(at, year, today)
    for at, each in enumerate(project.inspections):
        if each.on > today:
            yield ("inspections", at, "on"), Inspection, each.on
        if each.rectified and each.rectified > today:
            yield ("inspections", at, "rectified"), Inspection, each.rectified
    for at, change in enumerate(project.changes):
        if change.on > today and change.on - today > _ARRANGED:
            yield ("changes", at, "on"), BeneficiaryChange, change.on


def _of_year(at: int, year: Distribution, today: date) -> Iterator[_Ahead]:
    published, decided, paid = year.plan_published, year.decided, year.paid
    if published and published > today and published - today > _ARRANGED:
        yield ("distributions", at, "plan_published"), Distribution, published
    if decided and decided.on > today and not _planned(year, decided):
        yield ("distributions", at, "decided", "on"), Decision, decided.on
    if paid and paid.on > today:
        yield ("distributions", at, "paid", "on"), Paid, paid.on


def _planned(year: Distribution, decided: Decision) -> bool:
    """Whether the meeting is on a plan that people are given to see before it."""
    return year.plan_published is not None and decided.on - year.plan_published <= _ARRANGED


def _told(path: Path, model: type[Model], day: date) -> Bilingual:
    label = labels(model)[str(path[-1])]
    return Bilingual(f"{label.zh} {day}", f"{label.en} {day}")
