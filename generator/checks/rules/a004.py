"""All agreements have expired, and the project still runs.

What it does: warns when a running project's last agreement ended before the as-of date. Where an
agreement lacks its term (A003) or has it the wrong way round (A006), it is silent.

Why: from then on nobody owes the households anything in writing. It came to pass by the passing of
time, so it is not refused; the public must see it.

Mend: prolong the agreement and enter the new one beside the old, or close the project.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="A004",
    grade=Grade.WARNING,
    title=Bilingual("协议已经到期", "Agreements expired"),
    why=Bilingual(
        "协议到期、项目还在经营，群众的收益就没有了书面凭据。",
        "The project still runs, but nobody owes the households anything in writing.",
    ),
    message=Bilingual(
        "项目在{stage}，最后一份协议在 {end} 到期了。",
        "The project's stage is “{stage}”, but its last agreement ended on {end}.",
    ),
    remedy=Bilingual(
        "续签的，在 agreements 里加一条，旧的留着；不再经营的，把项目阶段改为结束。",
        "Add the new agreement and keep the old; if the project no longer runs, set its stage to closed.",
    ),
    clauses=("changji-2023-8/15", "changji-2023-8/17"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    terms = [agreement.term for agreement in project.agreements]
    ends = [term.end for term in terms if term and term.start <= term.end]
    if not ends or len(ends) < len(terms) or not context.marked("stages", project.stage, "running"):
        return
    end = max(ends)
    if end < context.as_of:
        place = ("agreements", ends.index(end), "term", "end")
        yield hit(PROBLEM, place, stage=context.word("stages", project.stage), end=end)
