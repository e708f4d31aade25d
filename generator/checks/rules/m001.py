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
from generator.checks.wording import listed
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
        "“{name}”{what}，{funds}，却没有写联农带农机制。",
        "“{name}” ({what}) {funds} but names no linkage mechanism.",
    ),
    remedy=Bilingual(
        "在 linkages 下面至少写一种联结方式，写明带动多少户、怎么分。",
        "Add at least one mechanism under linkages, with its households and its terms.",
    ),
    clauses=("ningling-2022-106/7-2", "changji-2023-8/16"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if project.linkages:
        return
    what = _what(project, context)
    paid = dict.fromkeys(fund.source for fund in project.funding if _assists(fund.source, context))
    if what and (paid or not project.funding):
        names = listed(context.word("fund_sources", source) for source in paid)
        funds = Bilingual(f"用了{names.zh}", f"is paid with {names.en}")
        unknown = Bilingual("资金还没有写", "states no funding yet")
        yield hit(PROBLEM, ("linkages",), name=project.name, what=what, funds=funds if paid else unknown)


def _assists(source: str, context: Context) -> bool:
    return context.marked("fund_sources", source, "assistance")


def _what(project: Project, context: Context) -> Bilingual | None:
    """By what the project needs a mechanism: its kind, or an operating asset."""
    kind = context.word("project_kinds", project.kind)
    if context.marked("project_kinds", project.kind, "mechanism_required"):
        return Bilingual(f"是{kind.zh}", kind.en.lower())
    if any(asset.class_ == "operating" for asset in project.assets):
        return Bilingual("形成了经营性资产", "with an operating asset")
    return None
