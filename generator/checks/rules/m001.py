"""A project that must tie households in names no linkage mechanism.

What it does: refuses a project without ``linkages`` if it is paid with assistance money and is of a
kind that needs a mechanism (mark ``mechanism_required``), or made an operating asset. Where no money
is stated yet, it is taken to be assistance money.

Why: without a mechanism a project may not enter the project library and may not be approved. This
rule is that sentence, made executable.

Mend: add the mechanism that was agreed on under ``linkages``, with its households and terms.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="M001",
    grade=Grade.ERROR,
    title=Bilingual("没有联农带农机制", "No linkage mechanism"),
    why=Bilingual(
        "用帮扶资金的经营性项目，没有联农带农机制就不得入库、不得审批。群众要能看到自己怎样从项目里得益。",
        "An operating project paid with assistance money may neither enter the library nor be approved "
        "without a linkage mechanism: people must be able to see how they share in it.",
    ),
    message=Bilingual(
        "“{name}”是{kind}项目，{funds}，却没有写联农带农机制。",
        "“{name}” ({kind}; {funds}) names no linkage mechanism.",
    ),
    remedy=Bilingual(
        "在 linkages 下面至少写一种联结方式，写明带动多少户、怎么分。",
        "Add at least one mechanism under linkages, with its households and its terms.",
    ),
    clauses=("ningling-2022-106/7-2", "changji-2023-8/16"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if project.linkages or not _needs_one(project, context):
        return
    sources = context.reference.vocabularies["fund_sources"]
    paid = [fund.source for fund in project.funding if fund.source in sources.marked("assistance")]
    if paid or not project.funding:
        names = "、".join(dict.fromkeys(sources[source].label for source in paid))
        yield hit(
            PROBLEM,
            ("linkages",),
            name=project.name,
            kind=context.reference.term("project_kinds", project.kind),
            funds=f"用了{names}" if names else "资金还没有写",
        )


def _needs_one(project: Project, context: Context) -> bool:
    kinds = context.reference.vocabularies["project_kinds"].marked("mechanism_required")
    return project.kind in kinds or any(asset.class_ == "operating" for asset in project.assets)
