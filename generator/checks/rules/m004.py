"""A mechanism that no governing document knows.

What it does: refuses a linkage whose mechanism is named in none of the documents that govern the
record's place and year. Where no document governs, there is nothing to judge by, and it is silent.

Why: a mechanism is good for a project because a document allows it. One that no document names has
no ground, and nobody would know what its agreement has to say.

Mend: choose the mechanism that the document has for what was agreed; or, if a further document holds
here, have it added to ``data/policies`` and ``data/governing.yaml``.
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import listed
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.policies import Policy
from generator.records.project import Project

PROBLEM = Problem(
    code="M004",
    grade=Grade.ERROR,
    title=Bilingual("适用的文件里没有这种联结方式", "A mechanism that no governing document knows"),
    why=Bilingual(
        "联结方式要有文件依据。文件里没有的，群众查不到依据，协议该写什么也没有准。",
        "A mechanism needs a document that provides for it; without one nobody knows what its agreement "
        "has to state.",
    ),
    message=Bilingual(
        "这个项目适用{documents}，里面没有“{mechanism}”。",
        "“{mechanism}” is not among the mechanisms of {documents}, by which this project goes.",
    ),
    remedy=Bilingual(
        "从这些里选一种：{known}。另有文件作依据的，请管理员把它加进 data/policies 和 data/governing.yaml。",
        "Choose one of: {known}. If another document provides for it, have that added to data/policies "
        "and data/governing.yaml.",
    ),
    clauses=("ningling-2022-106/4", "changji-2023-8/10"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    governing = context.governing(project)
    if not governing:
        return
    known = _known(governing)
    for number, linkage in enumerate(project.linkages):
        if linkage.mechanism not in known:
            every = context.reference.vocabularies["mechanisms"]
            yield hit(
                PROBLEM,
                ("linkages", number, "mechanism"),
                documents="".join(f"《{policy.short}》" for policy in governing),
                mechanism=context.word("mechanisms", linkage.mechanism),
                known=listed(context.word("mechanisms", term.code) for term in every if term.code in known),
            )


@lru_cache(maxsize=256)
def _known(governing: tuple[Policy, ...]) -> frozenset[str]:
    return frozenset(mechanism for policy in governing for mechanism in policy.named())
