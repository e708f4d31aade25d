"""The village digest: all projects of a village, their totals, and the distributions of the year."""

from collections.abc import Sequence
from decimal import Decimal

from generator.notices.desk import Desk, period_words
from generator.notices.sheet import Para, Part, Sheet, Table
from generator.notices.views import common
from generator.notices.views.years import paid
from generator.notices.wording import tidy, wan, yuan
from generator.pages.address import place_address
from generator.pages.amounts import households
from generator.records.distribution import Distribution
from generator.records.model import unchecked
from generator.records.parties import Supervision
from generator.records.project import Project
from generator.records.summary import latest


def digest(code: str, projects: Sequence[Project], desk: Desk, year: int | None = None) -> Sheet:
    """The sheet of a village; ``year`` is the newest with a distribution unless another is asked for."""
    place = desk.site.reference.places[code]
    ordered = sorted(projects, key=lambda each: (each.year, each.id))
    years = {each.year for project in ordered for each in project.distributions}
    shown = year or max(years, default=None)
    address = place_address(place)
    issuer = committee(desk.site.reference.places.full_name(code))
    what = f"{len(ordered)}个帮扶项目" if ordered else "帮扶项目"
    newest = max((latest(each).year for each in ordered), default=0)
    basis = desk.basis(code, max((each.year for each in ordered), default=0), newest)
    return Sheet(
        title=(desk.place(code), "帮扶项目联农带农情况汇总公示"),
        intro=(f"{basis}现将本村{what}的联农带农情况汇总公示{period_words(desk.posting)}。",),
        parts=tuple(_parts(ordered, shown, desk)),
        closing=desk.closing(
            _supervision(ordered, desk),
            issuer,
            address,
            desk.posting,
            say="各项目的详细内容请扫码查看。有不同意见的，请向受理单位反映，并说明项目编号。",
        ),
        foot=desk.foot(f"区划代码：{code}", address),
        author=issuer,
        keywords=(code, desk.place(code)),
        demo=desk.demo,
    )


def committee(place: str) -> str:
    """The committee of a village or of a community, whose name may be that of the committee already."""
    for short, full in (("村委会", "村民委员会"), ("居委会", "居民委员会")):
        if place.endswith(short):
            return f"{place.removesuffix(short)}{full}"
    if place.endswith("委员会"):
        return place
    return f"{place}{'居民' if place.endswith('社区') else '村民'}委员会"


def _supervision(projects: Sequence[Project], desk: Desk) -> Supervision:
    if projects:
        return projects[-1].supervision
    publisher = desk.site.settings.publisher
    return unchecked(
        Supervision,
        department=publisher.name or "",
        hotlines=(publisher.phone,) if publisher.phone else (),
        address=publisher.address,
    )


def _parts(projects: Sequence[Project], year: int | None, desk: Desk) -> list[Part]:
    if not projects:
        return [Part((Para("本村还没有帮扶项目。"),))]
    parts = [Part((_projects(projects, desk),), "一、项目一览", "金额单位：万元")]
    if year is None:
        return [*parts, common.nothing("二、收益分配", "各项目都还没有可分配的收益，有了收益按年公示。")]
    found = [(project, each) for project in projects for each in project.distributions if each.year == year]
    if not found:
        return [*parts, common.nothing(f"二、{year}年度收益分配", f"{year}年度没有项目分配收益。")]
    return [*parts, Part((_year(found, desk),), f"二、{year}年度收益分配", "单位：元")]


def _name(project: Project, desk: Desk) -> str:
    village = desk.site.reference.places.full_name(project.place)
    return project.name.removeprefix(desk.site.settings.county).removeprefix(village)


def _projects(projects: Sequence[Project], desk: Desk) -> Table:
    rows = []
    for at, each in enumerate(projects, 1):
        ways = "、".join(desk.site.short(code, "mechanisms") for code in each.mechanisms)
        operator = each.operator.name.removeprefix(desk.site.settings.county) if each.operator else ""
        reach = tidy(households(each.households)) if each.linkages else ""
        income = wan(each.income) if each.income else ""
        stage = desk.site.short(each.stage, "stages")
        rows.append(
            (
                str(at),
                _name(each, desk),
                str(each.year),
                stage,
                wan(each.investment),
                operator,
                ways,
                reach,
                income,
            )
        )
    invested = common.total([each.investment for each in projects])
    earned = common.total([each.income for each in projects])
    return Table(
        head=("序号", "项目名称", "年度", "阶段", "总投入", "经营主体", "联结方式", "带动\n农户", "累计收益"),
        rows=tuple(rows),
        columns=("auto", "1.7fr", "auto", "auto", "auto", "1.3fr", "1.2fr", "auto", "auto"),
        align="clccrllrr",
        total=("", "合计", "", "", wan(invested), "", "", "", wan(earned)),
    )


def _year(found: Sequence[tuple[Project, Distribution]], desk: Desk) -> Table:
    to_households = desk.site.reference.vocabularies["uses"].marked("to_households")
    rows, sums = [], [Decimal(0)] * 5
    for project, each in found:
        direct = sum((use.amount for use in each.uses if use.use in to_households), Decimal(0))
        amounts = (each.income, each.reserve, direct, each.used - direct, each.paid_to_households)
        sums = [one + other for one, other in zip(sums, amounts, strict=True)]
        rows.append((_name(project, desk), *map(_cell, amounts), paid(each) if each.uses else ""))
    return Table(
        head=("项目名称", "当年收益", "公积公益金", "分给农户", "集体使用", "主体直接\n付给农户", "发放日期"),
        rows=tuple(rows),
        columns=("1fr", "auto", "auto", "auto", "auto", "auto", "auto"),
        align="lrrrrrc",
        total=("合计", *map(_cell, sums), ""),
    )


def _cell(amount: Decimal) -> str:
    return yuan(amount) if amount else ""
