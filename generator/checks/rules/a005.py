"""An agreement signed after its term began.

What it does: refuses an agreement whose day of signing lies after the first day of its term.

Why: what was done before the signing was done without an agreement, and the term on paper promises
what nobody had signed for.

Mend: correct the dates. If it was really signed late, let the term begin with the signing, and say in
a supplement what holds for the time before.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="A005",
    grade=Grade.ERROR,
    title=Bilingual("协议签得比起始日晚", "Signed after its term began"),
    why=Bilingual(
        "先签协议，后开始合作。倒过来，中间这段时间就没有凭据。",
        "First sign, then begin: otherwise there is nothing in writing for the time between.",
    ),
    message=Bilingual(
        "协议 {number} 从 {start} 开始，{signed} 才签。",
        "Agreement {number} begins on {start}, but was signed on {signed}.",
    ),
    remedy=Bilingual(
        "日期抄错的，改过来。确实签晚了的，期限从签订那天起算，前面的时间用补充协议说清。",
        "Correct the dates; if it was signed late, let the term begin then and settle the time before in a "
        "supplement.",
    ),
    clauses=("changji-2023-8/15", "changji-2023-8/18"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, agreement in enumerate(project.agreements):
        if agreement.signed and agreement.term and agreement.signed > agreement.term.start:
            yield hit(
                PROBLEM,
                ("agreements", number, "signed"),
                number=agreement.number,
                start=agreement.term.start,
                signed=agreement.signed,
            )
