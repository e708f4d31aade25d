"""An agreement that lacks something every agreement must have.

What it does: refuses an agreement without the day of signing, the term, two parties, a witness, the
way out, or what follows a breach; one finding for each. A party named twice counts once. Where other
documents govern a record, that demand none of this, it is silent.

Why: the policies list what an agreement has to settle, and have a department or the township bring
it about as a third party. What was left open is settled later by whoever is stronger.

Mend: copy it from the agreement. If it is not in there, amend the agreement.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.agreement import Agreement
from generator.records.project import Project

PROBLEM = Problem(
    code="A003",
    grade=Grade.ERROR,
    title=Bilingual("协议缺内容", "Agreement incomplete"),
    why=Bilingual(
        "文件列出了协议要写的内容，还要求主管部门或乡镇以第三方身份组织签订。没写的，以后扯不清。",
        "The policies list what an agreement has to settle; what it leaves open ends in dispute.",
    ),
    message=Bilingual("协议 {number} {fault}。", "Agreement {number} {fault}."),
    remedy=Bilingual(
        "照协议填写 {key}。协议里没有的，签一份补充协议。",
        "Fill in {key} as the agreement has it; if it does not, sign a supplement.",
    ),
    clauses=("changji-2023-8/15", "changji-2023-8/18"),
)

_15, _18 = PROBLEM.clauses
_MISSING = (
    ("signed", Bilingual("没有写签订日期", "lacks its day of signing"), (_15, _18)),
    ("term", Bilingual("没有写合作期限", "lacks its term"), (_15, "changji-2023-8/10-3")),
    ("witness", Bilingual("没有写第三方见证", "lacks a third party as witness"), (_18,)),
    ("exit", Bilingual("没有写退出办法", "does not say how to leave it"), (_15,)),
    ("breach", Bilingual("没有写违约责任", "does not say what follows a breach"), (_15, _18)),
)
_TOO_FEW = Bilingual("签约方不足两方", "has fewer than two parties")


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, agreement in enumerate(project.agreements):
        for key, fault, clauses in _faults(agreement):
            binding = tuple(clause for clause in clauses if context.binds(project, clause))
            if not binding:
                continue
            yield hit(
                PROBLEM,
                ("agreements", number, key),
                clauses=binding,
                number=agreement.number,
                fault=fault,
                key=key,
            )


def _faults(agreement: Agreement) -> Iterator[tuple[str, Bilingual, tuple[str, ...]]]:
    for key, fault, clauses in _MISSING:
        if getattr(agreement, key) is None:
            yield key, fault, clauses
    if len(set(agreement.parties)) < 2:
        yield "parties", _TOO_FEW, (_15, _18)
