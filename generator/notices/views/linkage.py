"""The linkage notice: whose the assets are, who runs them, how households share, what was paid out."""

from generator.notices.desk import Desk, Posting, objection, period_words
from generator.notices.sheet import Closing, Facts, Para, Part, Sheet, Table
from generator.notices.views import common
from generator.notices.views.years import payments_table, years_table
from generator.notices.wording import day, numbered, sentence, tidy, wan
from generator.pages.address import project_address
from generator.pages.terms import UNSTATED
from generator.records.agreement import Agreement
from generator.records.assets import Asset
from generator.records.project import Project
from generator.records.summary import latest, newest


def linkage(project: Project, desk: Desk) -> Sheet:
    """The sheet of a record."""
    posting = desk.posting
    address = project_address(project.id)
    issuer = common.issuer(project, desk)
    intro = (
        f"{desk.basis(project.place, project.year, latest(project).year)}"
        "现将本项目的资产权属、联农带农机制和收益分配情况予以公示"
        f"{period_words(posting)}。{_until(project)}"
    )
    return Sheet(
        title=(tidy(project.name), "联农带农情况公示"),
        intro=(intro,),
        parts=tuple(_parts(project, desk)),
        closing=_closing(project, desk, issuer, posting),
        foot=desk.foot(f"项目编号：{project.id}", address),
        author=issuer,
        keywords=(project.id, desk.place(project.place)),
        demo=desk.demo,
    )


def _until(project: Project) -> str:
    """Up to what day the record tells; nothing where it has no day yet."""
    until = newest(project)
    return f"内容截至{day(until)}。" if until else ""


def _closing(project: Project, desk: Desk, issuer: str, posting: Posting | None) -> Closing:
    return desk.closing(
        project.supervision,
        issuer,
        project_address(project.id),
        posting,
        say=objection(project.supervision, project.id),
    )


def _parts(project: Project, desk: Desk) -> list[Part]:
    parts = [
        Part((_facts(project, desk),), "项目基本情况"),
        _assets(project, desk),
        _linkages(project, desk),
        _distributions(project, desk),
    ]
    return [Part(part.blocks, f"{numbered(at)}、{part.title}", part.note) for at, part in enumerate(parts, 1)]


def _facts(project: Project, desk: Desk) -> Facts:
    site = desk.site
    return common.facts(
        ("实施地点", common.village(project, desk)),
        (
            "项目类型",
            site.label(project.kind, "project_kinds"),
            "项目阶段",
            site.label(project.stage, "stages"),
        ),
        ("实施单位", project.implementer.name, "实施期限", common.works(project)),
        ("建设任务", project.scope),
        ("资金来源", common.funding(project, desk)),
        ("经营主体", common.operator(project, desk)),
        ("预期成效", common.expected(project.expected)),
    )


def _assets(project: Project, desk: Desk) -> Part:
    if not project.assets:
        return common.nothing("资产权属", "本项目没有登记资产。")
    owners = {asset.owner.name if asset.owner else UNSTATED for asset in project.assets}
    rights = {_rights(asset, desk) for asset in project.assets} - {""}
    one = len(project.assets) > 1 and len(owners) == 1 and len(rights) <= 1
    table = _table(project.assets, desk, shared=one)
    if not one:
        return Part((table,), "资产权属")
    held = f"纳入资产收益的，收益权归{rights.pop()}。" if rights else ""
    return Part((Para(f"下列资产的产权人都是{owners.pop()}。{held}"), table), "资产权属")


def _table(assets: tuple[Asset, ...], desk: Desk, *, shared: bool) -> Table:
    """The assets; with ``shared``, owner and rights are told before the table and not in every row."""
    site = desk.site
    rows = []
    for asset in assets:
        owner = asset.owner.name if asset.owner else UNSTATED
        mine = ("纳入" if asset.income_bearing else "不纳入",) if shared else (owner, _rights(asset, desk))
        condition = site.short(asset.condition, "asset_conditions")
        class_ = site.short(asset.class_, "asset_classes")
        rows.append((tidy(asset.name), class_, wan(asset.value), *mine, condition))
    amount = wan(common.total([asset.value for asset in assets]))
    more = ("资产收益",) if shared else ("产权人", "收益权归谁")
    return Table(
        head=("资产名称", "类别", "原值（万元）", *more, "状况"),
        rows=tuple(rows),
        columns=("1fr", *("auto",) * 4) if shared else ("1.3fr", "auto", "auto", "1.4fr", "1fr", "auto"),
        align="lcrcc" if shared else "lcrlcc",
        total=("合计", f"{len(rows)}项", amount, *("",) * (len(more) + 1)) if len(rows) > 1 else (),
    )


def _rights(asset: Asset, desk: Desk) -> str:
    rights = asset.income_rights
    return f"{desk.site.short(rights.held_by, 'rights_holders')}，共{rights.count:,}份" if rights else ""


def _linkages(project: Project, desk: Desk) -> Part:
    if not project.linkages:
        return common.nothing("联农带农机制", "本项目没有写联农带农机制。")
    table = common.linkages_table(project, desk)
    if not project.agreements:
        return Part((table,), "联农带农机制")
    return Part((table, Facts((("协议要点", _agreement(project.agreements[-1])),))), "联农带农机制")


def _agreement(agreement: Agreement) -> str:
    term = agreement.term
    facts = (
        f"协议编号{agreement.number}",
        f"{day(agreement.signed)}签订" if agreement.signed else "",
        f"期限{day(term.start)}至{day(term.end)}" if term else "",
        f"签约各方：{'、'.join(agreement.parties)}" if agreement.parties else "",
        f"见证：{agreement.witness}" if agreement.witness else "",
    )
    duties = (
        ("进入办法", agreement.entry),
        ("各方权责", agreement.duties),
        ("退出办法", agreement.exit),
        ("违约责任", agreement.breach),
    )
    told = [sentence("，".join(fact for fact in facts if fact))]
    told += [f"{label}：{sentence(text)}" for label, text in duties if text]
    return "".join(told)


def _distributions(project: Project, desk: Desk) -> Part:
    table = years_table(project, desk)
    paid = payments_table(project, desk)
    if table is None:
        return common.nothing("历年收益分配", "本项目还没有可分配的收益，有了收益按年公示。")
    return Part((table, paid) if paid else (table,), "历年收益分配", "单位：元")
