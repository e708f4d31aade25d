"""A percentage that looks like a fraction.

What it does: warns of a guaranteed rate, a share of profit or a returned share above 0 and below 1 %.

Why: 6 % is written 6. Where 0.06 stands, the page promises households a hundredth of what was agreed.

Mend: write the percentage. Nothing has to be done where so little was agreed.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.model import labels
from generator.records.project import Project

PROBLEM = Problem(
    code="M011",
    grade=Grade.WARNING,
    title=Bilingual("百分数像是写成了小数", "A percentage that looks like a fraction"),
    why=Bilingual(
        "6% 要写成 6。写成 0.06，页面上就成了 0.06%，比约定的少一百倍。",
        "6 % is written 6; 0.06 would be shown as 0.06 %, a hundredth of what was agreed.",
    ),
    message=Bilingual(
        "{label}写的是 {value}，也就是 {value}%，像是把百分数写成了小数。",
        "{label} is {value}, that is {value} %; it looks like a fraction.",
    ),
    remedy=Bilingual(
        "和协议核对：是 {meant}% 的，写 {meant}。真的只有 {value}% 的，不用改。",
        "See the agreement: for {meant} % write {meant}. If it really is {value} %, leave it.",
    ),
    clauses=("gongshi-register/sums", "gongshi-register/fields"),
)

_PERCENTAGES = ("guaranteed_rate", "profit_share", "return_share")


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, linkage in enumerate(project.linkages):
        for key in _PERCENTAGES:
            value = getattr(linkage, key, None)
            if value is not None and 0 < value < 1:
                label = labels(type(linkage))[key]
                yield hit(
                    PROBLEM,
                    ("linkages", number, key),
                    label=Bilingual(label.zh, label.en),
                    value=value,
                    meant=f"{(value * 100).normalize():f}",
                )
