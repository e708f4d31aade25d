"""No funding.

What it does: refuses a project that states no money at all.

Why: where the money comes from and how much it is, is the first thing a disclosure has to say; and
which clauses hold depends on the source.

Mend: write one entry under ``funding`` for every source and grant document.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="F001",
    grade=Grade.ERROR,
    title=Bilingual("没有写资金", "No funding"),
    why=Bilingual(
        "钱从哪里来、有多少，是公示的头一件事。",
        "Where the money comes from and how much it is, is the first thing to disclose.",
    ),
    message=Bilingual("“{name}”没有写资金。", "“{name}” states no funding."),
    remedy=Bilingual(
        "在 funding 下面写，每个来源、每个文号一条。还没下达的，写申报的来源和金额。",
        "Add an entry under funding for every source and document; before the grant, what was applied for.",
    ),
    clauses=("gongshi-register/funding", "changji-2023-8/18"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if not project.funding:
        yield hit(PROBLEM, ("funding",), name=project.name)
