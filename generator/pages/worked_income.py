"""Worked calculations of the mechanisms whose money comes to the village first."""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from generator.checks.promise import signed_for
from generator.pages.amounts import households, money, percent, share, yuan
from generator.pages.promises import yearly_guarantee
from generator.pages.site import Site
from generator.pages.worked_steps import Step
from generator.records.distribution import Distribution
from generator.records.linkages import AssetShareholding, CollectiveRedistribution, GuaranteedDividend
from generator.records.project import Project

_FEN = Decimal("0.01")


def _guaranteed(
    project: Project, linkage: GuaranteedDividend, year: Distribution | None, site: Site
) -> Iterator[Step]:
    floor = yearly_guarantee(linkage)
    if floor is None or linkage.principal is None or linkage.guaranteed_rate is None:
        return
    rate = f"{money(linkage.principal)} × {percent(linkage.guaranteed_rate)}"
    yield Step("一年的保底", rate, yuan(floor), True)
    yield from _least(project, linkage, site)
    if year:
        yield Step(f"{year.year} 年村里收到", "", yuan(year.income))
        if year.income > floor:
            more = year.income - floor
            yield Step("比保底多", f"{yuan(year.income)} − {yuan(floor)}", yuan(more))


def _least(project: Project, linkage: GuaranteedDividend, site: Site) -> Iterator[Step]:
    """The floor below which the guarantee must not be (昌吉细则 第十三条)."""
    if linkage.investment_mode == "lease":
        parts = [each for each in project.assets if each.income_bearing and each.life_years]
        worn = sum((each.value / (each.life_years or 1) for each in parts), Decimal(0))
        if worn:
            named = "、".join(f"{each.name} {money(each.value)} ÷ {each.life_years} 年" for each in parts)
            yield Step("底线：一年的折旧", named, yuan(worn.quantize(_FEN, ROUND_HALF_UP)))
    elif linkage.investment_mode == "debt" and linkage.principal is not None:
        found = signed_for(project, linkage)
        signed = found[1].signed if found else None
        quoted = site.reference.lpr.on(signed) if signed else None
        if quoted:
            least = (linkage.principal * quoted.percent / 100).quantize(_FEN, ROUND_HALF_UP)
            named = f"{money(linkage.principal)} × 签约时的一年期 LPR {percent(quoted.percent)}"
            yield Step("底线", named, yuan(least))


def _shareholding(
    project: Project, linkage: AssetShareholding, year: Distribution | None, site: Site
) -> Iterator[Step]:
    if linkage.valuation is not None:
        yield Step("入股资产作价", linkage.asset or "", money(linkage.valuation))
    if linkage.share is not None:
        yield Step("占股份", "", percent(linkage.share))
    if year:
        yield Step(f"{year.year} 年村里分到", "", yuan(year.income), True)
        if linkage.valuation:
            how = f"{yuan(year.income)} ÷ {yuan(linkage.valuation)}"
            yield Step("折合一年收益率", how, share(year.income, linkage.valuation))
        if linkage.share and year.income:
            whole = (year.income * 100 / linkage.share).quantize(Decimal(1), ROUND_HALF_UP)
            yield Step("倒推可分的利润", f"{yuan(year.income)} ÷ {percent(linkage.share)}", money(whole))


def _redistribution(
    project: Project, linkage: CollectiveRedistribution, year: Distribution | None, site: Site
) -> Iterator[Step]:
    if year is None:
        return
    yield Step(f"{year.year} 年村里收到", "", yuan(year.income))
    if year.brought_forward:
        yield Step("加上年结转", "", yuan(year.brought_forward))
    if year.reserve:
        yield Step("先提公积公益金", share(year.reserve, year.income), yuan(year.reserve))
    for use in year.uses:
        yield Step(site.label(use.use, "uses"), use.note or "", yuan(use.amount))
        if use.households and use.households > 3 and site.marked(use.use, "uses", "to_households"):
            each = (use.amount / use.households).quantize(_FEN, ROUND_HALF_UP)
            yield Step("平均一户", f"{yuan(use.amount)} ÷ {households(use.households)}", yuan(each), True)
    if year.carried_forward:
        yield Step("结转下年", "", yuan(year.carried_forward))


INCOME: dict[str, Callable[[Project, Any, Distribution | None, Site], Iterator[Step]]] = {
    "guaranteed_dividend": _guaranteed,
    "asset_shareholding": _shareholding,
    "collective_redistribution": _redistribution,
}
