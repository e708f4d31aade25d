"""The twelve linkage mechanisms (联农带农机制), each with the terms that the clauses demand.

宁陵方案 四 ①–⑨, 五（三）（四）, 六; 昌吉细则 第十条（一）–（八）, 第十一至十三条. A jurisdiction may name
a form differently; its own term and clause come from the policy data, the code here stays the same.
"""

from functools import cache
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Discriminator

from generator.records.model import Model, field, fields_of, labels, part, stated
from generator.records.parties import Beneficiaries
from generator.records.scalars import Count, Day, Line, Money, Prose, Quantity, Rate, Word


@part
class Period(Model):
    """From the first day to the last, both included."""

    start: Day = field("起", "From", "第一天，例如 2024-01-01。")
    end: Day = field("止", "To", "最后一天，例如 2028-12-31。")


@part
class PaymentTerms(Model):
    """How and when households are paid (昌吉细则 第十条（三）（五）)."""

    way: Line = field("发放方式", "Way of payment", "例如：银行转账。不写账号。")
    due: Line = field("发放时间", "Due", "例如：每年 12 月 20 日前。")


@part
class Price(Model):
    """A price agreed in advance (昌吉细则 第十条（一）; 宁陵方案 六（一）)."""

    basis: Annotated[str, Word("price_bases")] = field("价格办法", "Basis", "保底价、加价收购或随行就市。")
    amount: Money = field("价格", "Price", "单价；加价收购时写每单位加多少。单位元。", unit="元")
    per: Line = field("计价单位", "Per", "例如：公斤、亩、头。")


@part
class Wage(Model):
    """A wage standard (昌吉细则 第十条（五）)."""

    amount: Money = field("工资标准", "Wage", "单位元。", unit="元")
    per: Annotated[str, Word("wage_periods")] = field("计酬方式", "Per", "按天、按月、按小时或计件。")


@part
class Rent(Model):
    """A land rent (昌吉细则 第十条（四）: 实物计租货币结算、租金动态调整)."""

    amount: Money = field("每亩年租金", "Rent per mu and year", "折成货币的每亩年租金，单位元。", unit="元")
    in_kind: Line | None = field(
        "实物计租", "Priced in kind", "按实物计价的写明折算，例如：每亩 350 公斤小麦。", default=None
    )
    adjustment: Line | None = field(
        "租金调整", "Adjustment", "怎样调整，例如：每三年按市价调整一次。", default=None
    )


@part
class ChainParty(Model):
    """One link of a joint operation's chain (昌吉细则 第十条（八）; 宁陵方案 五（四）)."""

    role: Annotated[str, Word("chain_roles")] = field("角色", "Role", "龙头企业、基地、合作社、农户等。")
    name: Line = field("名称", "Name", "这一环的单位名称；农户写“农户”。")


@part
class _Linkage(Model):
    """What every mechanism states: whom it ties in and how they are paid."""

    channel: ClassVar[str]
    beneficiaries: Beneficiaries = field(
        "带动对象", "Beneficiaries", "带动多少户，其中脱贫户、监测对象各多少。"
    )
    note: Prose | None = field("说明", "Note", "其他要让群众知道的话。", default=None)


@part
class ContractFarming(_Linkage):
    """订单收购: households grow to order (宁陵方案 四③; 昌吉细则 第十条（一）)."""

    channel = "production"
    mechanism: Literal["contract_farming"] = field("联结方式", "Mechanism", "订单收购。")
    product: Line | None = stated("收购产品", "Product", "收购什么。")
    term: Period | None = stated("合作期限", "Period", "从哪天到哪天。")
    content: Prose | None = stated("合作内容", "Content", "双方各做什么。")
    way: Line | None = stated("收购方式", "Way", "例如：上门收购，现场过秤。")
    price: Price | None = stated("收购价格", "Price", "保底价或加价多少。")
    inputs: Line | None = stated("提供的服务", "Inputs supplied", "统一提供的种苗、技术、农资等。")
    paid: PaymentTerms | None = field("结算", "Payment", "货款怎样结算。", default=None)


@part
class MarketAccess(_Linkage):
    """产销对接: households' goods are brought to market (宁陵方案 四④, 六（一）)."""

    channel = "production"
    mechanism: Literal["market_access"] = field("联结方式", "Mechanism", "产销对接。")
    sales_channel: Line | None = stated("销售渠道", "Channel", "卖到哪里，例如：县农批市场、电商直播间。")
    product: Line | None = stated("销售产品", "Product", "帮助销售什么。")
    price: Price | None = stated(
        "代销或保护价", "Consignment or protected price", "代销怎么计价，或保护价多少。"
    )
    paid: PaymentTerms | None = field("结算", "Payment", "货款怎样结算。", default=None)


@part
class Trusteeship(_Linkage):
    """托养托管: an able party raises or farms for households (宁陵方案 四⑦; 昌吉细则 第十条（二）)."""

    channel = "production"
    mechanism: Literal["trusteeship"] = field("联结方式", "Mechanism", "托养托管。")
    trustee: Line | None = stated("受托方", "Trustee", "谁来代养或代管。")
    entrusted: Line | None = stated(
        "托养托管的内容", "What is entrusted", "为谁、托管什么，例如：每户 5 只基础母羊。"
    )
    term: Period | None = stated("托养托管期限", "Period", "从哪天到哪天。")
    return_share: Rate | None = stated("农户分成", "Share of returns", "农户分得收益的百分比。", unit="%")
    paid: PaymentTerms | None = field("兑现", "Payment", "收益怎样兑现。", default=None)


@part
class Training(_Linkage):
    """技术培训: teaching and advice (昌吉细则 第十条（六）; 宁陵方案 五（三）)."""

    channel = "production"
    mechanism: Literal["training"] = field("联结方式", "Mechanism", "技术培训。")
    sessions: Count | None = stated("每年场次", "Sessions a year", "一年办几场。", unit="场")
    persons: Count | None = stated("每年人次", "Persons a year", "一年培训多少人次。", unit="人次")
    subject: Line | None = stated("培训内容", "Subject", "教什么。")
    stages: tuple[Annotated[str, Word("training_stages")], ...] | None = stated(
        "培训环节", "Stages", "产前、产中、产后，可以多选。"
    )


@part
class SupportServices(_Linkage):
    """配套服务: services at a reduced fee (昌吉细则 第十条（七）)."""

    channel = "production"
    mechanism: Literal["support_services"] = field("联结方式", "Mechanism", "配套服务。")
    services: tuple[Line, ...] | None = stated("服务项目", "Services", "提供哪些服务，例如：农机作业、烘干。")
    fee_reduction: Line | None = stated(
        "费用减免", "Fee reduction", "脱贫户和监测对象减免多少，例如：烘干费减半。"
    )


@part
class JointOperation(_Linkage):
    """联合带动: a chain from market to households (宁陵方案 五（四）; 昌吉细则 第十条（八）)."""

    channel = "production"
    mechanism: Literal["joint_operation"] = field("联结方式", "Mechanism", "联合带动。")
    chain: tuple[ChainParty, ...] | None = stated(
        "联合各方", "Chain of parties", "从市场到农户，一环一环写清。"
    )
    term: Period | None = stated("合作期限", "Period", "从哪天到哪天。")
    content: Prose | None = stated("合作内容", "Content", "各方做什么。")
    way: Line | None = stated("合作方式", "Way", "怎样合作，例如：逐级签订合同，订单生产。")
    exit: Prose | None = stated("退出办法", "Exit", "怎样退出。")
    paid: PaymentTerms | None = field("结算", "Payment", "怎样结算。", default=None)


@part
class Employment(_Linkage):
    """务工就业: work near home (宁陵方案 四②, 六（二）; 昌吉细则 第十条（五）)."""

    channel = "employment"
    mechanism: Literal["employment"] = field("联结方式", "Mechanism", "务工就业。")
    posts: Count | None = stated("岗位数", "Posts", "提供多少个岗位。", unit="个")
    hours: Line | None = stated("用工时间", "Working time", "例如：每日 8 小时，3 月至 11 月。")
    wage: Wage | None = stated("工资标准", "Wage standard", "多少钱，按什么计。")
    paid: PaymentTerms | None = stated("工资发放", "Payment of wages", "怎样发、什么时候发。")


@part
class IndustryIntegration(_Linkage):
    """二三产业融合: a longer chain makes more posts (宁陵方案 四⑨)."""

    channel = "employment"
    mechanism: Literal["industry_integration"] = field("联结方式", "Mechanism", "二三产业融合。")
    added: Line | None = stated("延伸的环节", "Stage of the chain added", "例如：分拣包装、乡村旅游。")
    posts: Count | None = stated("新增岗位", "Posts created", "新增多少个岗位。", unit="个")
    wage: Wage | None = field("工资标准", "Wage standard", "多少钱，按什么计。", default=None)
    paid: PaymentTerms | None = field("工资发放", "Payment of wages", "怎样发、什么时候发。", default=None)


@part
class LandTransfer(_Linkage):
    """土地流转: households let their land (宁陵方案 四①, 六（三）; 昌吉细则 第十条（四）)."""

    channel = "asset_income"
    mechanism: Literal["land_transfer"] = field("联结方式", "Mechanism", "土地流转。")
    area: Quantity | None = stated("流转面积", "Area", "多少亩。", unit="亩")
    rent: Rent | None = stated("租金", "Rent", "每亩每年多少，怎样调整。")
    term: Period | None = stated("流转期限", "Period", "从哪天到哪天。")
    paid: PaymentTerms | None = field("租金发放", "Payment", "怎样发、什么时候发。", default=None)


@part
class AssetShareholding(_Linkage):
    """资产入股: assets become shares (宁陵方案 四⑤; 昌吉细则 第十条（三）、第十二条)."""

    channel = "asset_income"
    mechanism: Literal["asset_shareholding"] = field("联结方式", "Mechanism", "资产入股。")
    asset: Line | None = stated("入股资产", "Asset", "拿什么入股。")
    valuation: Money | None = stated("评估价值", "Valuation", "作价多少，单位元。", unit="元")
    share: Rate | None = stated("所占股份", "Share", "占经营主体股份的百分比。", unit="%")
    held_by: Annotated[str, Word("rights_holders")] | None = stated(
        "股份归谁", "Shares held by", "量化到村集体、成员或农户。"
    )
    term: Period | None = field(
        "约定期限", "Period", "收益承诺从哪天到哪天；不写就和协议期限一样。", default=None
    )
    paid: PaymentTerms | None = field("分红", "Payment", "怎样分、什么时候分。", default=None)


@part
class GuaranteedDividend(_Linkage):
    """保底收益+按股分红: a floor and a share (宁陵方案 四⑥, 六（三）; 昌吉细则 第十条（三）、第十三条)."""

    channel = "asset_income"
    mechanism: Literal["guaranteed_dividend"] = field("联结方式", "Mechanism", "保底收益+按股分红。")
    principal: Money | None = stated("本金", "Principal", "投入经营主体的资金或资产折价，单位元。", unit="元")
    investment_mode: Annotated[str, Word("investment_modes")] | None = stated(
        "投入方式", "Investment mode", "债权投资、资产租赁或入股。保底的底线随方式不同（昌吉细则第十三条）。"
    )
    guaranteed_rate: Rate | None = stated(
        "保底收益率", "Guaranteed rate", "每年至少按本金的百分之几。", unit="%"
    )
    profit_share: Rate | None = stated(
        "按股分红比例", "Share of profit", "超出保底的利润分百分之几。", unit="%"
    )
    term: Period | None = field(
        "约定期限", "Period", "收益承诺从哪天到哪天；不写就和协议期限一样。", default=None
    )
    buyback: Line | None = field(
        "回购约定",
        "Buy-back",
        "约定了谁在什么时候、按什么价买回资产的，写在这里；租金的底线就另外折算（昌吉细则第十三条）。",
        default=None,
    )
    paid: PaymentTerms | None = stated("兑现办法", "Payment", "怎样兑现、什么时候兑现。")


@part
class CollectiveRedistribution(_Linkage):
    """村集体收益二次分配: the village shares its income on (宁陵方案 四⑧, 五（二）; 昌吉细则 第十一条)."""

    channel = "asset_income"
    mechanism: Literal["collective_redistribution"] = field("联结方式", "Mechanism", "村集体收益二次分配。")
    plan: Prose | None = stated("分配方案", "Plan", "收益怎样分，先提什么，再分什么。")
    uses: tuple[Annotated[str, Word("uses")], ...] | None = stated("收益用途", "Uses", "用在哪几项。")
    decision: Line | None = stated("决定程序", "Decision", "由什么会议讨论决定，例如：成员大会表决。")


Linkage = Annotated[
    ContractFarming
    | MarketAccess
    | Trusteeship
    | Training
    | SupportServices
    | JointOperation
    | Employment
    | IndustryIntegration
    | LandTransfer
    | AssetShareholding
    | GuaranteedDividend
    | CollectiveRedistribution,
    Discriminator("mechanism"),
]

LINKAGES: dict[str, type[_Linkage]] = {
    get_args(fields_of(model)["mechanism"].annotation)[0]: model for model in get_args(get_args(Linkage)[0])
}
"""The model of each mechanism, by its code, in the order of the field guide."""


def missing_terms(linkage: _Linkage) -> list[str]:
    """The keys of the terms that an agreement must state and this linkage does not."""
    return [
        key
        for key in _terms(type(linkage))
        if (value := getattr(linkage, key)) is None or (type(value) is tuple and not value)
    ]


@cache
def _terms(model: type[_Linkage]) -> tuple[str, ...]:
    return tuple(key for key, label in labels(model).items() if label.term)
