"""The yearly distribution notice: income, reserve, uses, who decided, when and how it was paid."""

from decimal import Decimal

from generator.notices.desk import Desk, Posting, objection, period_words
from generator.notices.households import Households
from generator.notices.sheet import LETTER_SIZES, Annex, Block, Para, Part, Sheet, Table
from generator.notices.views import common
from generator.notices.wording import day, sentence, tidy, yuan
from generator.pages.address import project_address
from generator.pages.amounts import households as group
from generator.pages.amounts import share
from generator.records.distribution import Distribution
from generator.records.project import Project

FULL_NAMES = "本表按要求写全名，只贴在本村公示栏，到期收回，不拍照、不发到网上。"
"""Stands on every list that shows full names."""


def distribution(
    project: Project, year: int, desk: Desk, families: Households | None = None, *, full_names: bool = False
) -> Sheet:
    """The sheet of one year; with ``families`` it has the list of households as an annex."""
    found = next(each for each in project.distributions if each.year == year)
    posting = desk.posting or _posted(project, found)
    address = project_address(project.id)
    issuer = common.issuer(project, desk)
    return Sheet(
        title=(tidy(f"关于{project.name}"), f"{year}年度收益分配的公示"),
        intro=(_intro(project, found, desk, posting),),
        parts=_parts(found, desk, families),
        closing=desk.closing(
            project.supervision, issuer, address, posting, say=objection(project.supervision, project.id)
        ),
        foot=desk.foot(f"项目编号：{project.id}", address),
        author=issuer,
        keywords=(project.id, str(year), desk.place(project.place)),
        demo=desk.demo,
        annex=_annex(found, families, full_names) if families else None,
        sizes=LETTER_SIZES,
    )


def _posted(project: Project, year: Distribution) -> Posting | None:
    """The posting of this year's plan, as the record tells of it."""
    for each in project.disclosures:
        if each.moment == "distribution" and each.from_.year == (year.plan_published or each.from_).year:
            if year.plan_published is None and each.from_.year != year.year:
                continue
            return Posting(each.from_, each.to)
    return None


def _intro(project: Project, year: Distribution, desk: Desk, posting: Posting | None) -> str:
    basis = desk.basis(project.place, project.year, year.year, "collective-economy-law")
    place = desk.place(project.place)
    before = f"，上年结转{yuan(year.brought_forward)}元" if year.brought_forward else ""
    reserve = f"，先提取公积公益金{yuan(year.reserve)}元" if year.reserve else ""
    earned = f"收益{yuan(year.income)}元" if year.income else "没有收益"
    return tidy(
        f"{basis}现将“{project.name}”（{place}）{year.year}年度的收益分配情况予以公示{period_words(posting)}。"
        f"本村集体{year.year}年从本项目得到{earned}{before}{reserve}。".replace(
            "得到没有收益", "没有得到收益"
        )
    )


def _parts(year: Distribution, desk: Desk, families: Households | None) -> tuple[Part, ...]:
    blocks: list[Block] = []
    if year.uses or year.reserve or year.carried_forward:
        blocks.append(_uses(year, desk))
    blocks.append(Para(_decided(year)))
    if families:
        use = desk.site.label(families.use, "uses")
        blocks.append(
            Para(
                f"{use}共{len(families)}户、{families.persons}人，合计{yuan(families.total)}元，逐户明细见附件。"
            )
        )
    if year.note:
        blocks.append(Para(f"说明：{sentence(year.note)}"))
    parts = [Part(tuple(blocks))]
    if year.payments:
        parts.append(Part((_payments(year, desk),), "另外，经营主体直接付给农户"))
    return tuple(parts)


def _uses(year: Distribution, desk: Desk) -> Table:
    whole = year.income + year.brought_forward
    rows = (
        [("提取公积公益金", yuan(year.reserve), share(year.reserve, whole), "", "")] if year.reserve else []
    )
    rows += [
        (
            desk.site.label(use.use, "uses"),
            yuan(use.amount),
            share(use.amount, whole),
            group(use.households).replace(" 户", "户") if use.households is not None else "",
            tidy(use.note or ""),
        )
        for use in year.uses
    ]
    if year.carried_forward:
        rows.append(("结转下年", yuan(year.carried_forward), share(year.carried_forward, whole), "", ""))
    noted = any(row[4] for row in rows)
    total = ("合计", yuan(whole), "100%" if whole else "", "", "")
    wide = 5 if noted else 4
    return Table(
        head=("用途", "金额（元）", "占比", "受益户数", "用在哪里")[:wide],
        rows=tuple(row[:wide] for row in rows),
        columns=("auto" if noted else "1fr", "auto", "auto", "auto", "1fr")[:wide],
        align="lrrrl"[:wide],
        total=total[:wide],
    )


def _decided(year: Distribution) -> str:
    parts = []
    if year.plan_published:
        parts.append(f"分配方案{day(year.plan_published)}公布")
    if year.decided:
        parts.append(f"{day(year.decided.on)}经{year.decided.meeting}讨论通过")
    if year.paid:
        parts.append(f"{day(year.paid.on)}通过{year.paid.way}发放到位")
    elif year.uses:
        parts.append("还没有发放")
    return sentence("，".join(parts)) or "本年度没有进行分配。"


def _payments(year: Distribution, desk: Desk) -> Table:
    return Table(
        head=("联结方式", "金额（元）", "户数"),
        rows=tuple(
            (
                desk.site.label(each.mechanism, "mechanisms"),
                yuan(each.amount),
                group(each.households).replace(" 户", "户"),
            )
            for each in year.payments
        ),
        columns=("1fr", "1fr", "auto"),
        align="lrr",
        total=("合计", yuan(year.paid_to_households), "") if len(year.payments) > 1 else (),
    )


def _annex(year: Distribution, families: Households, full_names: bool) -> Annex:
    rows = tuple(
        (str(at), each.shown(full_names), str(each.persons), f"{each.amount:,.2f}")
        for at, each in enumerate(families.rows, 1)
    )
    assert families.total == sum((each.amount for each in families.rows), Decimal(0))
    return Annex(
        title=f"{year.year}年度收益分配逐户明细表",
        head=("序号", "户主", "人口", "金额/元"),
        rows=rows,
        total=f"合计{len(rows)}户 {families.persons}人 {families.total:,.2f}元",
        note=FULL_NAMES if full_names else "",
    )
