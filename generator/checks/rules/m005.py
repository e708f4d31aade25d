"""None of the households that come first is among the beneficiaries.

What it does: warns when all linkages of a project together name not one household of the groups that
the policies put first: lifted out of poverty, monitored, and from 2026 at risk of poverty.

Why: these households come first; others follow in order. A project may have good reasons for having
none of them, so it is not refused, but the public should see it.

Mend: fill in the numbers of these groups under ``beneficiaries``. If there are none, take such
households in when the list is next changed.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import listed
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="M005",
    grade=Grade.WARNING,
    title=Bilingual("没有带动重点户", "No priority household ties in"),
    why=Bilingual(
        "文件要求先带动脱贫户和监测对象，再带动其他农户。一户也没有，群众应当知道。",
        "The policies put these households first; that there is none of them is for the public to see.",
    ),
    message=Bilingual(
        "所有联结方式里，一户{groups}也没有写。",
        "All mechanisms together name none of: {groups}.",
    ),
    remedy=Bilingual(
        "有的，在 beneficiaries 里填上户数；确实没有的，下次调整名单时优先纳入。",
        "Fill in their numbers under beneficiaries; if there are none, take them in first when the list "
        "is next changed.",
    ),
    clauses=("ningling-2022-106/2", "changji-2023-8/5"),
)

_GROUPS = ("lifted", "monitored", "at_risk")


def check(project: Project, context: Context) -> Iterator[Hit]:
    if project.linkages and not any(linkage.beneficiaries.priority for linkage in project.linkages):
        categories = context.reference.vocabularies["beneficiary_categories"]
        named = [code for code in _GROUPS if categories[code].valid_in(project.year)]
        groups = listed(context.word("beneficiary_categories", code) for code in named)
        yield hit(PROBLEM, ("linkages",), groups=Bilingual(groups.zh.replace("、", "或"), groups.en.lower()))
