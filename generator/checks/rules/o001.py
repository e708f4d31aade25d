"""An asset without an owner.

What it does: refuses an asset that names no owner.

Why: who owns an asset decides who has its income. The policies demand that ownership is settled and
written down for whatever assistance money built.

Mend: write the owner as registered, with its kind.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="O001",
    grade=Grade.ERROR,
    title=Bilingual("资产没有写产权人", "Asset without owner"),
    why=Bilingual(
        "资产归谁，收益就归谁。文件要求把产权归属写明确。",
        "Who owns an asset has its income; the policies demand that ownership is settled in writing.",
    ),
    message=Bilingual("“{asset}”没有写产权人。", "“{asset}” has no owner."),
    remedy=Bilingual(
        "在 owner 里写产权单位的全称和类型。还没确权的，先办确权。",
        "Name the owner and its kind under owner; if ownership is not settled, settle it first.",
    ),
    clauses=("ningling-2022-106/6-3", "changji-2023-8/12"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, asset in enumerate(project.assets):
        if asset.owner is None:
            yield hit(PROBLEM, ("assets", number, "owner"), asset=asset.name)
