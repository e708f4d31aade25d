"""A return promised for longer than any agreement runs.

What it does: refuses a guaranteed return or a shareholding whose own ``term`` ends after the last
day of every agreement. A mechanism without a ``term`` of its own runs as long as the agreement.

Why: a promise is good as long as it is signed for. Beyond that nobody owes it.

Mend: prolong the agreement, or shorten the term to what was signed.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.linkages import AssetShareholding, GuaranteedDividend
from generator.records.project import Project

PROBLEM = Problem(
    code="A002",
    grade=Grade.ERROR,
    title=Bilingual("协议比承诺的收益期限短", "Agreement shorter than the promise"),
    why=Bilingual(
        "协议到期以后，没有人再欠这笔收益。写给群众的承诺，不能比签的协议长。",
        "Beyond the agreement nobody owes the return; a promise must not outlast what was signed.",
    ),
    message=Bilingual(
        "“{mechanism}”约定到 {promised}，协议 {signed} 就到期了。",
        "“{mechanism}” is promised until {promised}, but the last agreement ends on {signed}.",
    ),
    remedy=Bilingual(
        "续签协议并写进 agreements，或者把这里的期限改成和协议一样。",
        "Prolong the agreement and enter it under agreements, or shorten the term here.",
    ),
    clauses=("changji-2023-8/10-3", "changji-2023-8/15"),
)

_GUARANTEES = (GuaranteedDividend, AssetShareholding)


def check(project: Project, context: Context) -> Iterator[Hit]:
    promises = [each for each in enumerate(project.linkages) if isinstance(each[1], _GUARANTEES)]
    if not promises:
        return
    terms = [agreement.term for agreement in project.agreements if agreement.term]
    ends = [term.end for term in terms if term.start <= term.end]
    if not ends:
        return
    last = max(ends)
    for number, linkage in promises:
        assert isinstance(linkage, _GUARANTEES)
        if linkage.term and linkage.term.end > last:
            yield hit(
                PROBLEM,
                ("linkages", number, "term", "end"),
                mechanism=context.word("mechanisms", linkage.mechanism),
                promised=linkage.term.end,
                signed=last,
            )
