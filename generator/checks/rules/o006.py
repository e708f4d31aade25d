"""Income rights of a village's operating asset that are not quantified to its members.

What it does: warns when a village collective owns an operating asset and the record does not say to
how many members or households the right to its income is quantified: no ``income_rights``, a count
of zero, or the village collective itself as their holder.

Why: the income rights of assets confirmed to the village are to be quantified to the members, so
that each knows a share in it.

Mend: write under ``income_rights`` to whom the rights went and into how many parts.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.assets import Asset
from generator.records.project import Project

PROBLEM = Problem(
    code="O006",
    grade=Grade.WARNING,
    title=Bilingual("收益权没有量化到成员", "Income rights not quantified"),
    why=Bilingual(
        "归村集体的经营性资产，收益权要量化到成员，让每个人知道自己有份。",
        "The income rights of a village's operating assets are to be quantified to its members.",
    ),
    message=Bilingual(
        "“{asset}”归“{owner}”所有，收益权没有量化到成员。",
        "“{asset}” belongs to “{owner}”, but its income rights are not quantified to the members.",
    ),
    remedy=Bilingual(
        "已经量化的，在 income_rights 里写归谁、多少份；没有量化的，由成员大会商定。",
        "State holder and count under income_rights; if not done yet, the members' meeting decides it.",
    ),
    clauses=("ningling-2022-106/5-2", "changji-2023-8/11"),
)

_COLLECTIVE = frozenset({"village_collective", "joint_villages"})


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, asset in enumerate(project.assets):
        owner = asset.owner
        if owner and asset.class_ == "operating" and owner.kind in _COLLECTIVE and not _quantified(asset):
            yield hit(PROBLEM, ("assets", number, "income_rights"), asset=asset.name, owner=owner.name)


def _quantified(asset: Asset) -> bool:
    rights = asset.income_rights
    return rights is not None and rights.count > 0 and rights.held_by != "village_collective"
