"""The same year is written twice.

What it does: refuses a second entry under ``distributions`` for a year that has one already.

Why: one of the two is wrong, or the income of two years was mixed up; totals would count it twice.

Mend: correct the year, or bring both entries together in one.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D012",
    grade=Grade.ERROR,
    title=Bilingual("同一年写了两次", "The same year twice"),
    why=Bilingual(
        "一年只写一条。写了两条，合计就会多算一遍。",
        "A year has one entry; two of them would be counted twice.",
    ),
    message=Bilingual(
        "{year} 年的收益分配写了两条，这一条和第 {first} 条是同一年。",
        "There is more than one entry for {year}: this one has the same year as entry {first}.",
    ),
    remedy=Bilingual(
        "年度写错的改过来；真是同一年的，合成一条。",
        "Correct the year, or make one entry of the two.",
    ),
    clauses=("gongshi-register/yearly-distribution", "gongshi-register/sums"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    first: dict[int, int] = {}
    for number, entry in enumerate(project.distributions):
        if entry.year in first:
            yield hit(
                PROBLEM, ("distributions", number, "year"), year=entry.year, first=first[entry.year] + 1
            )
        else:
            first[entry.year] = number
