"""A project without a mechanism, of a kind for which one is only encouraged.

What it does: notes a project without ``linkages`` that M001 does not refuse, though a mechanism would
do it good: a public welfare project paid with assistance money, or an operating one paid with other
money alone.

Why: the policies demand a mechanism of operating projects with assistance money, and encourage it in
others where it can be done, e.g. by giving the upkeep of a road to villagers.

Mend: nothing has to be done; where a mechanism exists in practice, write it down.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="M008",
    grade=Grade.NOTE,
    title=Bilingual("鼓励建立联农带农机制", "A mechanism is encouraged"),
    why=Bilingual(
        "这类项目不强制，但文件鼓励有条件的也带动农户，例如修好的路请本村人来养护。",
        "It is not demanded of such projects, but encouraged, e.g. by leaving upkeep to villagers.",
    ),
    message=Bilingual(
        "“{name}”没有写联农带农机制。这类项目不强制，有条件的鼓励建立。",
        "“{name}” names no linkage mechanism; it need not, but is encouraged to.",
    ),
    remedy=Bilingual(
        "已经带动了农户的，在 linkages 里写上；没有条件的，不用改。",
        "If households are tied in, write it under linkages; otherwise leave it.",
    ),
    clauses=("ningling-2022-106/3", "changji-2023-8/4"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if project.linkages or not project.funding:
        return
    assisted = any(context.marked("fund_sources", fund.source, "assistance") for fund in project.funding)
    required = context.marked("project_kinds", project.kind, "mechanism_required") or any(
        asset.class_ == "operating" for asset in project.assets
    )
    if assisted != required:
        yield hit(PROBLEM, ("linkages",), name=project.name)
