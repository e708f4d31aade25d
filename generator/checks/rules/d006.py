"""A full year of operation without a distribution entry.

What it does: warns for every calendar year that a running project (mark ``running``) with income was
under agreement and that has no entry under ``distributions``. A year counts when the agreement began by
the end of its January and lasted into its December, and when it is over at the as-of date. Income is
expected where an asset bears income, or where households have a mechanism of asset income.

Why: what came in and where it went is disclosed every year. A year without income is disclosed too.

Mend: add the year's entry; where nothing came in, write ``income: 0`` and the reason under ``note``.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.linkages import Period
from generator.records.project import Project

PROBLEM = Problem(
    code="D006",
    grade=Grade.WARNING,
    title=Bilingual("有一年没有写收益分配", "A year without distribution"),
    why=Bilingual(
        "运营的项目每年都要说清收了多少、分到哪里。没有收益的年份也要说。",
        "A running project tells every year what came in and where it went, even when nothing came in.",
    ),
    message=Bilingual(
        "项目在运营，{year} 年已经过完，却没有这一年的收益分配。",
        "The project is running and {year} is over, but there is no distribution for that year.",
    ),
    remedy=Bilingual(
        "在 distributions 下面补上 {year} 年。没有收益的，income 写 0，在 note 里写明原因。",
        "Add {year} under distributions. If nothing came in, write income: 0 and the reason under note.",
    ),
    clauses=("gongshi-register/yearly-distribution", "changji-2023-8/12"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if not context.marked("stages", project.stage, "running"):
        return
    told = {entry.year for entry in project.distributions}
    untold = _full_years(project, context.as_of) - told
    if untold and _earns(project, context):
        for year in sorted(untold):
            yield hit(PROBLEM, ("distributions",), year=year)


def _earns(project: Project, context: Context) -> bool:
    bears = any(asset.income_bearing and asset.condition != "disposed" for asset in project.assets)
    return bears or any(
        context.marked("mechanisms", linkage.mechanism, "asset_income")
        for linkage in project.linkages
        if linkage.mechanism != "land_transfer"
    )


def _full_years(project: Project, as_of: date) -> set[int]:
    """The years that are over and that an agreement covered from January into December."""
    terms = [agreement.term for agreement in project.agreements if agreement.term]
    return {year for term in terms for year in range(_first(term), min(_last(term) + 1, as_of.year))}


def _first(term: Period) -> int:
    """The first year that a term covers from January on."""
    return term.start.year if term.start.month == 1 else term.start.year + 1


def _last(term: Period) -> int:
    """The last year that a term covers into December."""
    return term.end.year if term.end.month == 12 else term.end.year - 1
