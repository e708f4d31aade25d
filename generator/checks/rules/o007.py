"""A unified social credit code that cannot be right.

What it does: refuses an operator's code that is not 18 characters long, has a character that such
codes do not use (small letters and I, O, S, V, Z), or whose last character does not agree with the
others (GB 32100-2015).

Why: by the code people find the business in the public register. A wrong digit leads to another
business, or to none.

Mend: copy the code from the licence, or from the certificate of registration.
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.credit_code import CHARACTERS, fault
from generator.records.project import Project

PROBLEM = Problem(
    code="O007",
    grade=Grade.ERROR,
    title=Bilingual("统一社会信用代码写错了", "Unified social credit code wrong"),
    why=Bilingual(
        "凭代码能查到这家单位。错一位，就查成别家，或者查不到。",
        "People look the business up by its code; one wrong digit leads to another, or to none.",
    ),
    message=Bilingual(
        "“{operator}”的统一社会信用代码 {credit_code} 不对：{fault}。",
        "The unified social credit code {credit_code} of “{operator}” is wrong: {fault}.",
    ),
    remedy=Bilingual(
        "照营业执照或登记证重抄一遍。没有代码的（例如种养大户），删去 credit_code 这一行。",
        "Copy it anew from the licence; where there is none (e.g. a large grower), leave credit_code out.",
    ),
    clauses=("gb-32100/check-character",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    operator = project.operator
    if operator and operator.credit_code is not None and _fault(operator.credit_code):
        yield hit(
            PROBLEM,
            ("operator", "credit_code"),
            operator=operator.name,
            credit_code=operator.credit_code,
            fault=_explained(operator.credit_code),
        )


_fault = lru_cache(maxsize=4096)(fault)
"""An operator runs many projects."""


def _explained(code: str) -> Bilingual:
    match fault(code):
        case "length":
            return Bilingual(f"应当是 18 位，写了 {len(code)} 位", f"18 characters, not {len(code)}")
        case "character":
            wrong = "".join(dict.fromkeys(each for each in code if each not in CHARACTERS))
            return Bilingual(f"代码里不会有“{wrong}”", f"such codes have no “{wrong}”")
        case _:
            return Bilingual("校验码对不上，有一位抄错了", "the check character disagrees, a digit is off")
