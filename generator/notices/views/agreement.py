"""The draft of a cooperation agreement, filled from the record (昌吉细则 第十五、十八条).

What the record does not state is a blank to be filled in by hand. The wording around the record's
facts is our own and as plain as an agreement allows.
"""

from collections.abc import Iterator

from generator.notices.desk import Desk
from generator.notices.sheet import Block, Para, Part, Sheet, Signatures, Table
from generator.notices.views import common
from generator.notices.wording import BLANK, BLANK_DAY, day, numbered, sentence, tidy, wan
from generator.pages.address import project_address
from generator.pages.amounts import FEW, households, plain
from generator.pages.groups import parts
from generator.pages.promises import yearly_guarantee
from generator.pages.terms import UNSTATED, terms
from generator.records.agreement import Agreement
from generator.records.linkages import GuaranteedDividend, Linkage
from generator.records.project import Project

_NUMBER = "＿" * 4
MARKED = "有底纹的横线是记录里没有的内容，签订前用手填写；用不上的划掉。"


def agreement(project: Project, desk: Desk) -> Sheet:
    """The draft for a record; the newest agreement that it has gives its terms."""
    known = project.agreements[-1] if project.agreements else None
    parties = _parties(project, known)
    number = known.number if known else BLANK
    return Sheet(
        title=(tidy(project.name), "合作协议（示范文本）"),
        intro=(f"协议编号：{number}", MARKED),
        parts=(
            Part(tuple(Para(f"{role}（{what}）：{name}") for role, what, name in parties)),
            *_articles(project, known, desk),
            Part((Signatures(tuple((role, name) for role, _, name in parties)),)),
        ),
        closing=None,
        foot=desk.foot(f"项目编号：{project.id}", project_address(project.id)),
        author=project.implementer.name,
        keywords=(project.id, desk.place(project.place)),
        demo=desk.demo,
        sizes=(14, 13, 12),
    )


def _parties(project: Project, known: Agreement | None) -> list[tuple[str, str, str]]:
    named = common.owners(project)
    owner = "、".join(named) if named else BLANK
    operator = project.operator.name if project.operator else BLANK
    witness = (known.witness if known else None) or BLANK
    return [
        ("甲方", "资产所有权人", owner),
        ("乙方", "经营主体", operator),
        ("丙方", "第三方见证", witness),
    ]


def _articles(project: Project, known: Agreement | None, desk: Desk) -> Iterator[Part]:
    keys = ("entry", "exit", "duties", "breach")
    stated: dict[str, str | None] = {key: getattr(known, key, None) for key in keys}
    articles: list[tuple[str, tuple[Block, ...]]] = [
        ("项目编号和名称", (Para(_project(project, desk)),)),
        ("资金来源", (Para(tidy(common.funding(project, desk) or f"{BLANK}。")),)),
        ("资产和产权", _assets(project, desk)),
        ("带动农户的数量和方式", tuple(_linkages(project, desk))),
        ("保底收益和分红", tuple(_returns(project))),
        ("合作期限", (Para(_term(known)),)),
        ("农户的进入和退出", _texts(("进入办法", stated["entry"]), ("退出办法", stated["exit"]))),
        ("各方的权利和责任", _texts(("", stated["duties"]))),
        ("违约责任", _texts(("", stated["breach"]))),
        ("见证和监督", (Para(_witness(project)),)),
        (
            "争议的处理",
            (Para("各方先商量解决；商量不成的，请丙方调解；调解不成的，可以向当地人民法院起诉。"),),
        ),
        (
            "生效和份数",
            (Para(f"本协议三方签字盖章后生效，一式{_NUMBER}份，甲方、乙方、丙方各执{_NUMBER}份。"),),
        ),
    ]
    for at, (title, blocks) in enumerate(articles, 1):
        yield Part(blocks, f"第{numbered(at)}条　{title}")


def _project(project: Project, desk: Desk) -> str:
    place = common.village(project, desk)
    return tidy(
        f"项目编号{project.id}，项目名称“{project.name}”，地点在{place}。建设任务：{sentence(project.scope)}"
    )


def _assets(project: Project, desk: Desk) -> tuple[Block, ...]:
    if not project.assets:
        return (Para(f"交给乙方经营的资产：{BLANK}，产权归{BLANK}。"),)
    rows = tuple(
        (
            tidy(asset.name),
            asset.code or BLANK,
            wan(asset.value),
            asset.owner.name if asset.owner else BLANK,
        )
        for asset in project.assets
    )
    table = Table(
        ("资产名称", "资产编号", "原值（万元）", "产权人"), rows, ("1.2fr", "auto", "auto", "1.2fr"), "lcrl"
    )
    text = "下列资产的产权不因为交给乙方经营而改变。乙方不得转让、抵押，也不得用来担保。"
    return (Para(text), table)


def _linkages(project: Project, desk: Desk) -> Iterator[Block]:
    if not project.linkages:
        yield Para(f"乙方用{BLANK}的方式带动农户{_NUMBER}户，其中脱贫户{_NUMBER}户、监测对象{_NUMBER}户。")
    for at, linkage in enumerate(project.linkages, 1):
        name = desk.site.label(linkage.mechanism, "mechanisms")
        yield Para(f"（{numbered(at)}）{name}。带动农户{_count(linkage, desk)}。{_terms(linkage, desk)}")


def _count(linkage: Linkage, desk: Desk) -> str:
    """How many households. What the site does not tell of a small group is filled in by hand."""
    named = "、".join(parts(linkage.beneficiaries, desk.site))
    whole = households(linkage.beneficiaries.households)
    told = (f"{whole}，其中{named}" if named else whole).replace(FEW, f"{_NUMBER}户")
    return tidy(told) if named else told


def _terms(linkage: Linkage, desk: Desk) -> str:
    told = (
        f"{label}：{BLANK if value == UNSTATED else tidy(value).rstrip('。；')}"
        for label, value in terms(linkage, desk.site)
    )
    return f"{'；'.join(told)}。"


def _returns(project: Project) -> Iterator[Block]:
    floors = [each for each in project.linkages if isinstance(each, GuaranteedDividend)]
    for each in floors:
        yearly = yearly_guarantee(each)
        rate = plain(each.guaranteed_rate) if each.guaranteed_rate is not None else _NUMBER
        principal = wan(each.principal) if each.principal is not None else BLANK
        amount = f"{yearly:,.2f}" if yearly is not None else BLANK
        due = f"{each.paid.due}，{each.paid.way}" if each.paid else BLANK
        yield Para(
            tidy(
                f"本金{principal}万元，每年保底{rate}%，一年至少付{amount}元。"
                f"{_share(each)}付款时间和办法：{due}。"
            )
        )
    if not floors:
        yield Para(
            f"每年保底收益{BLANK}元（本金的{_NUMBER}%），利润的{_NUMBER}%用于分红，每年{BLANK}前付清。"
        )
    yield Para(
        "债权投资的，保底比例不得低于签订那天的一年期贷款市场报价利率；资产租赁的，保底收益不得低于当年折旧。"
    )


def _share(floor: GuaranteedDividend) -> str:
    if floor.profit_share == 0:
        return "利润超出保底的部分，不再分红。"
    share = plain(floor.profit_share) if floor.profit_share is not None else _NUMBER
    return f"利润超出保底的部分，再按{share}%分红。"


def _term(known: Agreement | None) -> str:
    if known and known.term:
        return f"从{day(known.term.start)}到{day(known.term.end)}。"
    return f"从{BLANK_DAY}到{BLANK_DAY}。"


def _texts(*pairs: tuple[str, str | None]) -> tuple[Block, ...]:
    return tuple(
        Para((f"{label}：" if label else "") + (sentence(text) if text else f"{BLANK * 3}。"))
        for label, text in pairs
    )


def _witness(project: Project) -> str:
    phones = "、".join(project.supervision.hotlines)
    call = f"，监督电话{phones}" if phones else ""
    return f"丙方组织签订本协议，督促各方履行。监督单位：{project.supervision.department}{call}。"
