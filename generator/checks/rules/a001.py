"""A running project without an agreement.

What it does: refuses a running project (mark ``running``) without ``agreements`` if somebody owes
households something that has to be signed for. That is so when a mechanism promises more than
training or services, when the project is of a kind that needs a mechanism, or when it made an
operating asset. Exempt are household projects with nothing but training and services, and public
works that tie nobody in.

Why: the documents demand a written agreement between those who own the asset or take part and the
operator, brought about by department or township. Training and services (昌吉细则 第十条（六）（七）) are
offered, not contracted: those items name no agreement, and in a household project no asset passes
into other hands.

Mend: sign the agreement; then enter it under ``agreements``.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="A001",
    grade=Grade.ERROR,
    title=Bilingual("运营中的项目没有协议", "Running project without agreement"),
    why=Bilingual(
        "白纸黑字签了，群众才有凭据。文件要求和经营主体签订规范的合作协议。",
        "Households can claim what was signed; the policies demand a written agreement with the operator.",
    ),
    message=Bilingual(
        "项目在{stage}，没有写合作协议。",
        "The project's stage is “{stage}”, but it has no agreement.",
    ),
    remedy=Bilingual(
        "签了的，在 agreements 里写上编号、日期、期限和各方；没签的，由主管部门或乡镇组织补签。",
        "Enter the agreement under agreements; if none was signed, department or township sees to it.",
    ),
    clauses=("changji-2023-8/15", "changji-2023-8/18", "ningling-2022-106/6-3"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    if project.agreements or not context.marked("stages", project.stage, "running"):
        return
    if _owes_one(project, context):
        yield hit(PROBLEM, ("agreements",), stage=context.word("stages", project.stage))


def _owes_one(project: Project, context: Context) -> bool:
    if any(not context.marked("mechanisms", each.mechanism, "soft") for each in project.linkages):
        return True
    if project.kind == "household":
        return False
    operating = any(asset.class_ == "operating" for asset in project.assets)
    return operating or context.marked("project_kinds", project.kind, "mechanism_required")
