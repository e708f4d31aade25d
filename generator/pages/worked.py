"""The worked calculation on a mechanism's page, with the figures of a record of this register."""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from generator.pages.amounts import households, money, percent, plain, yuan
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.pages.terms import chain
from generator.pages.worked_income import INCOME
from generator.pages.worked_steps import Step
from generator.records.distribution import Distribution
from generator.records.linkages import (
    ContractFarming,
    Employment,
    IndustryIntegration,
    JointOperation,
    LandTransfer,
    Linkage,
    MarketAccess,
    Price,
    SupportServices,
    Training,
    Trusteeship,
    Wage,
)
from generator.records.project import Project

_WHOLE = Decimal(1)
_FLOORS = ("guaranteed", "protected")
"""Price bases under which households are paid at least the price agreed."""


class _Sums(NamedTuple):
    """What was paid under a mechanism in one year, in yuan, and to how many households."""

    amount: Decimal
    households: int

    @property
    def each(self) -> Decimal:
        return (self.amount / self.households).quantize(_WHOLE, ROUND_HALF_UP)


def worked(overview: Overview, up: str, mechanism: str) -> str:
    """A calculation with the figures of one record; a sentence where no record has them yet."""
    shelf, site = overview.shelf, overview.site
    project = shelf.records.get(shelf.examples.get(mechanism, ""))
    if project is None:
        return site.render("library/worked.html", project=None, steps=[], year=None, up=up)
    linkage = next(each for each in project.linkages if each.mechanism == mechanism)
    year = _year(project, mechanism)
    return site.render(
        "library/worked.html",
        project=project,
        year=year,
        steps=list(_steps(project, linkage, year, site)),
        up=up,
    )


def _year(project: Project, mechanism: str) -> Distribution | None:
    """The newest year that tells most of a mechanism: one in which it was paid, else any."""
    years = sorted(project.distributions, key=lambda each: each.year, reverse=True)
    direct = [each for each in years if any(paid.mechanism == mechanism for paid in each.payments)]
    settled = [each for each in years if each.paid and each.income]
    return next(iter(direct or settled), None)


def _steps(project: Project, linkage: Linkage, year: Distribution | None, site: Site) -> Iterator[Step]:
    if linkage.mechanism in INCOME:
        yield from INCOME[linkage.mechanism](project, linkage, year, site)
        return
    sums = _sums(linkage.mechanism, year)
    yield from _BEFORE.get(linkage.mechanism, _nothing)(linkage, sums, site)
    if sums and year:
        told = _PAID.get(linkage.mechanism, "付给农户")
        yield Step(f"{year.year} 年{told}", "", money(sums.amount))
        count = f"{yuan(sums.amount)} ÷ {households(sums.households)}"
        if sums.households > 3:
            yield Step("平均一户", count, yuan(sums.each), True)
            yield from _AFTER.get(linkage.mechanism, _nothing)(linkage, sums, site)


def _sums(mechanism: str, year: Distribution | None) -> _Sums | None:
    paid = [each for each in (year.payments if year else ()) if each.mechanism == mechanism]
    amount = sum((each.amount for each in paid), Decimal(0))
    number = sum(each.households for each in paid)
    return _Sums(amount, number) if amount and number else None


def _nothing(linkage: Linkage, sums: _Sums | None, site: Site) -> Iterator[Step]:
    yield from ()


def _price(price: Price | None, site: Site) -> Iterator[Step]:
    if price:
        yield Step(
            f"约定的价（{site.label(price.basis, 'price_bases')}）", "", f"每{price.per} {yuan(price.amount)}"
        )


def _goods(linkage: ContractFarming | MarketAccess, sums: _Sums | None, site: Site) -> Iterator[Step]:
    yield from _price(linkage.price, site)


def _amount(linkage: ContractFarming | MarketAccess, sums: _Sums, site: Site) -> Iterator[Step]:
    """Only a guaranteed price lets one reckon back how much a household sold, and at most so much."""
    price = linkage.price
    if price and price.basis in _FLOORS and price.amount:
        sold = (sums.each / price.amount).quantize(_WHOLE, ROUND_HALF_UP)
        yield Step(
            "折合一户最多卖了", f"{yuan(sums.each)} ÷ {yuan(price.amount)}", f"{plain(sold)} {price.per}"
        )


def _wage(linkage: Employment | IndustryIntegration, sums: _Sums | None, site: Site) -> Iterator[Step]:
    if linkage.posts:
        yield Step("岗位", "", f"{linkage.posts} 个")
    if linkage.wage:
        period = site.label(linkage.wage.per, "wage_periods")
        yield Step("工资标准", "", f"每{period} {yuan(linkage.wage.amount)}")


def _worked_time(linkage: Employment | IndustryIntegration, sums: _Sums, site: Site) -> Iterator[Step]:
    wage: Wage | None = linkage.wage
    if wage and wage.amount and wage.per in ("day", "month", "hour"):
        unit = {"day": "天", "month": "个月", "hour": "小时"}[wage.per]
        time = (sums.each / wage.amount).quantize(
            Decimal("0.1") if wage.per == "month" else _WHOLE, ROUND_HALF_UP
        )
        yield Step("折合一户做工", f"{yuan(sums.each)} ÷ {yuan(wage.amount)}", f"{plain(time)} {unit}")


def _rent(linkage: LandTransfer, sums: _Sums | None, site: Site) -> Iterator[Step]:
    if linkage.area and linkage.rent:
        due = (linkage.area * linkage.rent.amount).quantize(Decimal("0.01"))
        rate = f"{plain(linkage.area)} 亩 × 每亩 {yuan(linkage.rent.amount)}"
        yield Step("照约定一年的租金", rate, money(due))
        if linkage.rent.in_kind:
            yield Step("租金怎么折算", "", linkage.rent.in_kind)


def _share(linkage: Trusteeship, sums: _Sums | None, site: Site) -> Iterator[Step]:
    if linkage.return_share is not None:
        yield Step("农户分几成", "", percent(linkage.return_share))


def _whole_return(linkage: Trusteeship, sums: _Sums, site: Site) -> Iterator[Step]:
    if linkage.return_share:
        whole = (sums.amount * 100 / linkage.return_share).quantize(_WHOLE, ROUND_HALF_UP)
        rate = f"{yuan(sums.amount)} ÷ {percent(linkage.return_share)}"
        yield Step("倒推托管的总收益", rate, money(whole))


def _chain(linkage: JointOperation, sums: _Sums | None, site: Site) -> Iterator[Step]:
    if linkage.chain:
        yield Step("从市场到农户", "", chain(linkage.chain, site))


def _training(linkage: Training, sums: _Sums | None, site: Site) -> Iterator[Step]:
    if linkage.sessions and linkage.persons:
        yield Step("一年办", "", f"{linkage.sessions} 场")
        yield Step("一年教", "", f"{linkage.persons} 人次")
        mean = (Decimal(linkage.persons) / linkage.sessions).quantize(_WHOLE, ROUND_HALF_UP)
        yield Step("平均一场", f"{linkage.persons} 人次 ÷ {linkage.sessions} 场", f"{plain(mean)} 人", True)
    tied = linkage.beneficiaries.households
    if linkage.persons and tied > 3:
        each = (Decimal(linkage.persons) / tied).quantize(Decimal("0.1"), ROUND_HALF_UP)
        yield Step("平均一户一年去", f"{linkage.persons} 人次 ÷ {tied} 户", f"{plain(each)} 次")


def _services(linkage: SupportServices, sums: _Sums | None, site: Site) -> Iterator[Step]:
    if linkage.services:
        yield Step("服务", "", "、".join(linkage.services))
    if linkage.fee_reduction:
        yield Step("减免", "", linkage.fee_reduction)
    yield Step("能用上的农户", "", households(linkage.beneficiaries.households), True)


_Before = Callable[[Any, _Sums | None, Site], Iterator[Step]]
_After = Callable[[Any, _Sums, Site], Iterator[Step]]

_BEFORE: dict[str, _Before] = {
    "contract_farming": _goods,
    "market_access": _goods,
    "trusteeship": _share,
    "joint_operation": _chain,
    "training": _training,
    "support_services": _services,
    "employment": _wage,
    "industry_integration": _wage,
    "land_transfer": _rent,
}
_AFTER: dict[str, _After] = {
    "contract_farming": _amount,
    "market_access": _amount,
    "trusteeship": _whole_return,
    "employment": _worked_time,
    "industry_integration": _worked_time,
}
_PAID = {
    "contract_farming": "收购付了",
    "market_access": "卖货的钱",
    "trusteeship": "农户分得",
    "employment": "发了工资",
    "industry_integration": "发了工资",
    "land_transfer": "实际付了租金",
}
