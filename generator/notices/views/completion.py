"""The announcement on completion: money spent, result, acceptance, targets met."""

from generator.notices.desk import Desk, disclosed, objection, period_words
from generator.notices.sheet import LETTER_SIZES, Part, Sheet, Table
from generator.notices.views import common
from generator.notices.wording import day, numbered, sentence, tidy, wan
from generator.pages.address import project_address
from generator.records.outcome import Completion
from generator.records.project import Project


def completion(project: Project, desk: Desk) -> Sheet:
    """The sheet of a record that has its completion (完工公告)."""
    assert project.completion is not None
    posting = desk.posting or disclosed(project, "after")
    address = project_address(project.id)
    signed = (posting.first if posting else project.completion.accepted).year
    intro = (
        f"{desk.basis(project.place, project.year, signed)}“{project.name}”已经完工并通过验收，"
        f"现将有关结果公告如下{period_words(posting, '公告期')}。"
    )
    return Sheet(
        title=(tidy(f"关于{project.name}"), "的完工公告"),
        intro=(tidy(intro),),
        parts=tuple(_parts(project, project.completion, desk)),
        closing=desk.closing(
            project.supervision,
            project.implementer.name,
            address,
            posting,
            what="公告期",
            say=objection(project.supervision, project.id).replace("公示", "公告"),
        ),
        foot=desk.foot(f"项目编号：{project.id}", address),
        author=project.implementer.name,
        keywords=(project.id, desk.place(project.place)),
        demo=desk.demo,
        sizes=LETTER_SIZES,
    )


def _parts(project: Project, done: Completion, desk: Desk) -> list[Part]:
    facts = common.facts(
        ("实施地点", common.village(project, desk)),
        ("建设任务", project.scope),
        ("实施单位", common.implementer(project)),
        ("计划期限", common.works(project)),
    )
    results = common.facts(
        ("实施结果", sentence(done.result)),
        ("检查验收", f"{day(done.accepted)}验收，结果：{sentence(done.acceptance)}"),
        ("原定绩效目标", common.expected(project.expected)),
        ("目标实现情况", sentence(done.targets) or "没有写明"),
        ("联农带农机制", common.promised(project, desk)),
    )
    money = Part((_funding(project, desk), _spent(project, done)), "资金使用情况", "单位：万元")
    parts = [Part((facts,), "项目概况"), money, Part((results,), "实施和验收结果")]
    return [Part(each.blocks, f"{numbered(at)}、{each.title}", each.note) for at, each in enumerate(parts, 1)]


def _funding(project: Project, desk: Desk) -> Table:
    rows = tuple(
        (desk.site.label(fund.source, "fund_sources"), fund.document or "", wan(fund.amount))
        for fund in project.funding
    )
    return Table(
        head=("资金来源", "资金文号", "金额"),
        rows=rows,
        columns=("1fr", "auto", "auto"),
        align="lcr",
        total=("合计", "", wan(project.investment)) if len(rows) > 1 else (),
    )


def _spent(project: Project, done: Completion) -> Table:
    left = project.investment - done.spent
    return Table(
        head=("下达资金", "实际支出", "结余" if left >= 0 else "超支"),
        rows=((wan(project.investment), wan(done.spent), wan(abs(left))),),
        columns=("1fr", "1fr", "1fr"),
        align="rrr",
    )
