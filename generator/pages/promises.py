"""Each mechanism's promise to the households, in a sentence made from its terms.

A term that the record lacks leaves its part of the sentence out.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from generator.pages.amounts import money, percent, plain, yuan
from generator.pages.site import Site
from generator.pages.terms import chain, paid, wage
from generator.records.linkages import (
    AssetShareholding,
    CollectiveRedistribution,
    ContractFarming,
    Employment,
    GuaranteedDividend,
    IndustryIntegration,
    JointOperation,
    LandTransfer,
    Linkage,
    MarketAccess,
    PaymentTerms,
    Price,
    SupportServices,
    Training,
    Trusteeship,
    Wage,
)

Sentences = Iterator[str]
"""Sentences without their full stops; empty ones are left out."""

_PREMIUM = "premium"
_MARKET = "market"


def promise(linkage: Linkage, site: Site) -> str:
    """What households are promised, without the name of the mechanism, in sentences."""
    sentences = [each.rstrip("。；， ") for each in _PROMISES[linkage.mechanism](linkage, site)]
    return "".join([f"{sentence}。" for sentence in sentences if sentence])


def yearly_guarantee(linkage: GuaranteedDividend) -> Decimal | None:
    """What is guaranteed for a whole year, in yuan; None where a part of it is not stated."""
    if linkage.principal is None or linkage.guaranteed_rate is None:
        return None
    return (linkage.principal * linkage.guaranteed_rate / 100).quantize(Decimal("0.01"))


def _joined(*parts: str) -> str:
    return "，".join(filter(None, parts))


def _said(question: str, answer: str | None) -> str:
    """What a clerk wrote in his own words stands behind a question, as it may have any shape."""
    return f"{question}：{answer}" if answer else ""


def _paid(terms: PaymentTerms | None, question: str = "怎么付") -> str:
    return _said(question, paid(terms)) if terms else ""


def _price(price: Price | None, site: Site) -> str:
    if price is None:
        return ""
    if price.basis == _PREMIUM:
        return f"每{price.per}比市价多给 {yuan(price.amount)}"
    if price.basis == _MARKET:
        return f"价格随行就市，签约时每{price.per} {yuan(price.amount)}"
    return f"{site.label(price.basis, 'price_bases')}每{price.per} {yuan(price.amount)}"


def _wage(terms: Wage | None, site: Site) -> str:
    return f"工资{wage(terms, site)}" if terms else ""


def _contract_farming(linkage: ContractFarming, site: Site) -> Sentences:
    bought = f"经营主体按合同收购{linkage.product}" if linkage.product else ""
    yield _joined(bought, _price(linkage.price, site))
    yield _said("怎么收", linkage.way)
    yield _paid(linkage.paid)


def _market_access(linkage: MarketAccess, site: Site) -> Sentences:
    known = linkage.product and linkage.sales_channel
    sold = f"帮农户把{linkage.product}卖到{linkage.sales_channel}" if known else ""
    yield _joined(sold, _price(linkage.price, site))
    yield _paid(linkage.paid)


def _trusteeship(linkage: Trusteeship, site: Site) -> Sentences:
    share = linkage.return_share
    yield _joined(
        f"由{linkage.trustee}代养代管" if linkage.trustee else "",
        f"农户分得收益的 {percent(share)}" if share is not None else "",
    )
    yield _said("托管什么", linkage.entrusted)
    yield _paid(linkage.paid)


def _training(linkage: Training, site: Site) -> Sentences:
    yield _joined(
        f"每年办 {linkage.sessions} 场培训" if linkage.sessions else "",
        f"每年 {linkage.persons} 人次" if linkage.persons else "",
    )
    yield _said("教什么", linkage.subject)


def _support_services(linkage: SupportServices, site: Site) -> Sentences:
    yield f"提供{'、'.join(linkage.services)}" if linkage.services else ""
    yield _said("怎么优惠", linkage.fee_reduction)


def _joint_operation(linkage: JointOperation, site: Site) -> Sentences:
    yield f"从市场到农户，一环连一环：{chain(linkage.chain, site)}" if linkage.chain else ""
    yield _said("怎么合作", linkage.way)
    yield _paid(linkage.paid)


def _employment(linkage: Employment, site: Site) -> Sentences:
    posts = f"有 {linkage.posts} 个岗位" if linkage.posts is not None else ""
    yield _joined(posts, _wage(linkage.wage, site))
    yield _said("上工时间", linkage.hours)
    yield _paid(linkage.paid, "怎么发")


def _industry_integration(linkage: IndustryIntegration, site: Site) -> Sentences:
    posts = f"多出 {linkage.posts} 个岗位" if linkage.posts is not None else ""
    yield _joined(posts, _wage(linkage.wage, site))
    yield _said("增加的环节", linkage.added)
    yield _paid(linkage.paid, "怎么发")


def _land_transfer(linkage: LandTransfer, site: Site) -> Sentences:
    rent = linkage.rent
    yield _joined(
        f"流转土地 {plain(linkage.area)} 亩" if linkage.area is not None else "",
        f"租金每亩每年 {yuan(rent.amount)}" if rent else "",
    )
    yield _said("租金怎么调", rent.adjustment if rent else None)
    yield _paid(linkage.paid)


def _asset_shareholding(linkage: AssetShareholding, site: Site) -> Sentences:
    yield _joined(
        f"入股资产是“{linkage.asset}”" if linkage.asset else "",
        f"作价 {money(linkage.valuation)}" if linkage.valuation is not None else "",
        f"占 {percent(linkage.share)} 的股份" if linkage.share is not None else "",
        f"股份归{site.label(linkage.held_by, 'rights_holders')}" if linkage.held_by else "",
    )
    yield _paid(linkage.paid, "怎么分红")


def _guaranteed_dividend(linkage: GuaranteedDividend, site: Site) -> Sentences:
    yearly = yearly_guarantee(linkage)
    if yearly is not None and linkage.principal is not None and linkage.guaranteed_rate is not None:
        floor = f"每年保底 {percent(linkage.guaranteed_rate)}"
        yield f"{floor}：本金 {money(linkage.principal)}，一年至少 {yuan(yearly)}"
    if linkage.profit_share:
        yield f"赚得比保底多，多出的利润再分 {percent(linkage.profit_share)}"
    yield _paid(linkage.paid)


def _collective_redistribution(linkage: CollectiveRedistribution, site: Site) -> Sentences:
    yield "收益先进村集体，再商量怎么分"
    yield _said("怎么分", linkage.plan)
    yield _said("谁来定", linkage.decision)


_PROMISES: dict[str, Callable[[Any, Site], Sentences]] = {
    "contract_farming": _contract_farming,
    "market_access": _market_access,
    "trusteeship": _trusteeship,
    "training": _training,
    "support_services": _support_services,
    "joint_operation": _joint_operation,
    "employment": _employment,
    "industry_integration": _industry_integration,
    "land_transfer": _land_transfer,
    "asset_shareholding": _asset_shareholding,
    "guaranteed_dividend": _guaranteed_dividend,
    "collective_redistribution": _collective_redistribution,
}
