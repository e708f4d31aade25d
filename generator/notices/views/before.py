"""The notice before the works: what is planned, with whose money, and how to object in time."""

from generator.notices.desk import Desk, disclosed, objection, period_words
from generator.notices.sheet import LETTER_SIZES, Facts, Part, Sheet
from generator.notices.views import common
from generator.notices.wording import tidy
from generator.pages.address import project_address
from generator.records.project import Project
from generator.records.summary import latest


def before(project: Project, desk: Desk) -> Sheet:
    """The sheet of a record (事前公示)."""
    posting = desk.posting or disclosed(project, "before")
    address = project_address(project.id)
    signed = posting.first.year if posting else latest(project).year
    intro = (
        f"{desk.basis(project.place, project.year, signed)}现将拟实施的“{project.name}”有关情况予以公示，"
        f"征求群众意见{period_words(posting)}。"
    )
    return Sheet(
        title=(tidy(f"关于{project.name}"), "实施前的公示"),
        intro=(tidy(intro),),
        parts=(Part((_facts(project, desk),)),),
        closing=desk.closing(
            project.supervision,
            project.implementer.name,
            address,
            posting,
            say=objection(project.supervision, project.id),
        ),
        foot=desk.foot(f"项目编号：{project.id}", address),
        author=project.implementer.name,
        keywords=(project.id, desk.place(project.place)),
        demo=desk.demo,
        sizes=LETTER_SIZES,
    )


def _facts(project: Project, desk: Desk) -> Facts:
    ways = common.promised(project, desk) or "没有写联农带农机制"
    return common.facts(
        ("项目名称", project.name),
        ("项目编号", project.id, "项目类型", desk.site.label(project.kind, "project_kinds")),
        ("实施地点", common.village(project, desk)),
        ("建设任务", project.scope),
        ("补助标准", project.standard or ""),
        ("资金来源及规模", common.funding(project, desk)),
        ("实施期限", common.works(project)),
        ("实施单位", project.implementer.name),
        ("责任人", project.implementer.responsible),
        ("绩效目标", common.expected(project.expected)),
        ("联农带农机制", ways),
    )
