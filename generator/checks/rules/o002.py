"""An operating asset whose ownership did not sink to village or household.

What it does: warns when the owner of an operating asset is of a kind without the mark ``sunk``
(township, county unit, operator).

Why: ownership and income are to sink to village and household as far as possible. There may be
reasons against it, so it is not refused; the public should see it.

Mend: if the kind is wrong, correct it; else see whether the asset can be handed over.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="O002",
    grade=Grade.WARNING,
    title=Bilingual("经营性资产没有下沉到村到户", "Ownership did not sink to village or household"),
    why=Bilingual(
        "文件要求资产权属和收益尽量下沉到村到户。没有下沉的，群众应当知道归了谁。",
        "Ownership and income are to sink to village and household as far as possible.",
    ),
    message=Bilingual(
        "经营性资产“{asset}”归{kind}“{owner}”所有，没有到村到户。",
        "The operating asset “{asset}” belongs to “{owner}” ({kind}), not to village or households.",
    ),
    remedy=Bilingual(
        "产权人类型写错的，改过来；没写错的，研究能不能确权到村集体或农户。",
        "Correct the kind if it is wrong; else see whether the asset can be handed over.",
    ),
    clauses=("ningling-2022-106/5-2", "changji-2023-8/11"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, asset in enumerate(project.assets):
        owner = asset.owner
        if owner and asset.class_ == "operating" and not context.marked("owner_kinds", owner.kind, "sunk"):
            kind = context.word("owner_kinds", owner.kind)
            yield hit(
                PROBLEM,
                ("assets", number, "owner"),
                asset=asset.name,
                owner=owner.name,
                kind=Bilingual(kind.zh, kind.en.lower()),
            )
