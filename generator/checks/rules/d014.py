"""What was brought forward is not what the year before carried forward.

What it does: compares ``brought_forward`` with the ``carried_forward`` of the entry for the year before,
where there is exactly one and its distribution was decided on.

Why: money left over one year must turn up in the next. Where it does not, it is missing or invented.

Mend: correct whichever of the two is wrong.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.distribution import Distribution
from generator.records.project import Project

PROBLEM = Problem(
    code="D014",
    grade=Grade.ERROR,
    title=Bilingual("结转接不上", "Carry-over does not match"),
    why=Bilingual(
        "上年没分完的钱，下年要接得上。接不上，钱就说不清去了哪里。",
        "What was left over one year must turn up in the next, or nobody knows where it went.",
    ),
    message=Bilingual(
        "{before} 年结转下年 {carried} 元，{year} 年的上年结转却是 {brought} 元。",
        "{before} carried {carried} yuan forward, but {year} brings {brought} yuan forward.",
    ),
    remedy=Bilingual(
        "对照村里的账，把写错的一年改过来。",
        "Compare with the village's books and correct the year that is wrong.",
    ),
    clauses=("gongshi-register/sums",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if len(project.distributions) < 2:
        return
    entries: dict[int, list[Distribution]] = {}
    for entry in project.distributions:
        entries.setdefault(entry.year, []).append(entry)
    for number, entry in enumerate(project.distributions):
        before = entries.get(entry.year - 1, [])
        if len(before) != 1 or not (before[0].decided or before[0].uses or before[0].carried_forward):
            continue
        if entry.brought_forward != before[0].carried_forward:
            yield hit(
                PROBLEM,
                ("distributions", number, "brought_forward"),
                before=entry.year - 1,
                carried=money(before[0].carried_forward),
                year=entry.year,
                brought=money(entry.brought_forward),
            )
