"""Each mechanism's promise to the households, in a sentence made from its terms.

A term that the record lacks leaves its part of the sentence out.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from generator.pages.amounts import money, percent, plain, yuan
from generator.pages.site import Site
from generator.pages.terms import chain, wage
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
    Price,
    SupportServices,
    Training,
    Trusteeship,
)

_PREMIUM = "premium"
_MARKET = "market"


def promise(linkage: Linkage, site: Site) -> str:
    """What households are promised, without the name of the mechanism; ends with a full stop."""
    parts = [part.rstrip("；， ") for part in _PROMISES[linkage.mechanism](linkage, site) if part]
    told = "".join(part if part.endswith("。") else f"{part}，" for part in parts)
    return f"{told.rstrip('，。')}。" if told else ""


def _price(price: Price | None, site: Site) -> str:
    if price is None:
        return ""
    if price.basis == _PREMIUM:
        return f"每{price.per}比市价多给 {yuan(price.amount)}"
    if price.basis == _MARKET:
        return f"价格随行就市，签约时每{price.per} {yuan(price.amount)}"
    return f"{site.label(price.basis, 'price_bases')}每{price.per} {yuan(price.amount)}"


def _due(linkage: Any) -> str:
    return f"{linkage.paid.due}付钱，{linkage.paid.way}" if linkage.paid else ""


def _contract_farming(linkage: ContractFarming, site: Site) -> list[str]:
    return [
        f"经营主体按合同收购{linkage.product}" if linkage.product else "",
        _price(linkage.price, site),
        linkage.way or "",
        _due(linkage),
    ]


def _market_access(linkage: MarketAccess, site: Site) -> list[str]:
    return [
        f"帮农户把{linkage.product}卖到{linkage.sales_channel}"
        if linkage.product and linkage.sales_channel
        else "",
        _price(linkage.price, site),
        _due(linkage),
    ]


def _trusteeship(linkage: Trusteeship, site: Site) -> list[str]:
    return [
        f"由{linkage.trustee}代养代管" if linkage.trustee else "",
        linkage.entrusted or "",
        f"农户分得收益的 {percent(linkage.return_share)}" if linkage.return_share is not None else "",
        _due(linkage),
    ]


def _training(linkage: Training, site: Site) -> list[str]:
    return [
        f"每年办 {linkage.sessions} 场培训" if linkage.sessions else "",
        f"每年 {linkage.persons} 人次" if linkage.persons else "",
        f"教{linkage.subject}" if linkage.subject else "",
    ]


def _support_services(linkage: SupportServices, site: Site) -> list[str]:
    return [
        f"提供{'、'.join(linkage.services)}" if linkage.services else "",
        linkage.fee_reduction or "",
    ]


def _joint_operation(linkage: JointOperation, site: Site) -> list[str]:
    return [
        f"从市场到农户，一环连一环：{chain(linkage.chain, site)}。" if linkage.chain else "",
        linkage.way or "",
        _due(linkage),
    ]


def _wages(linkage: Employment | IndustryIntegration, site: Site) -> list[str]:
    return [
        f"工资{wage(linkage.wage, site)}" if linkage.wage else "",
        f"{linkage.paid.due}发，{linkage.paid.way}" if linkage.paid else "",
    ]


def _employment(linkage: Employment, site: Site) -> list[str]:
    posts = f"有 {linkage.posts} 个岗位" if linkage.posts is not None else ""
    return [posts, linkage.hours or "", *_wages(linkage, site)]


def _industry_integration(linkage: IndustryIntegration, site: Site) -> list[str]:
    posts = f"多出 {linkage.posts} 个岗位" if linkage.posts is not None else ""
    return [f"增加{linkage.added}" if linkage.added else "", posts, *_wages(linkage, site)]


def _land_transfer(linkage: LandTransfer, site: Site) -> list[str]:
    rent = linkage.rent
    return [
        f"流转土地 {plain(linkage.area)} 亩" if linkage.area is not None else "",
        f"租金每亩每年 {yuan(rent.amount)}" if rent else "",
        rent.adjustment or "" if rent else "",
        _due(linkage),
    ]


def _asset_shareholding(linkage: AssetShareholding, site: Site) -> list[str]:
    return [
        f"拿{linkage.asset}入股" if linkage.asset else "",
        f"作价 {money(linkage.valuation)}" if linkage.valuation is not None else "",
        f"占 {percent(linkage.share)} 的股份" if linkage.share is not None else "",
        f"股份归{site.label(linkage.held_by, 'rights_holders')}" if linkage.held_by else "",
        f"{linkage.paid.due}分红，{linkage.paid.way}" if linkage.paid else "",
    ]


def yearly_guarantee(linkage: GuaranteedDividend) -> Decimal | None:
    """What is guaranteed for a whole year, in yuan; None where a part of it is not stated."""
    if linkage.principal is None or linkage.guaranteed_rate is None:
        return None
    return (linkage.principal * linkage.guaranteed_rate / 100).quantize(Decimal("0.01"))


def _guaranteed_dividend(linkage: GuaranteedDividend, site: Site) -> list[str]:
    yearly = yearly_guarantee(linkage)
    floor = ""
    if yearly is not None and linkage.principal is not None and linkage.guaranteed_rate is not None:
        rate = percent(linkage.guaranteed_rate)
        floor = f"每年保底 {rate}：本金 {money(linkage.principal)}，一年至少 {yuan(yearly)}"
    more = linkage.profit_share
    return [
        floor,
        f"赚得比保底多，多出的利润再分 {percent(more)}" if more else "",
        f"{linkage.paid.due}付，{linkage.paid.way}" if linkage.paid else "",
    ]


def _collective_redistribution(linkage: CollectiveRedistribution, site: Site) -> list[str]:
    return [
        "收益先进村集体，再商量怎么分",
        linkage.plan or "",
        f"谁来定：{linkage.decision}" if linkage.decision else "",
    ]


_PROMISES: dict[str, Callable[[Any, Site], list[str]]] = {
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
