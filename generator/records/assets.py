"""What was built or bought, who owns it, and who may have its income."""

from typing import Annotated

from generator.records.model import Model, field, part
from generator.records.parties import Owner
from generator.records.scalars import Count, Day, Flag, Line, Money, Prose, Word


@part
class IncomeRights(Model):
    """To whom the right to the income is quantified (宁陵方案 五（二）; 昌吉细则 第十一条)."""

    held_by: Annotated[str, Word("rights_holders")] = field(
        "收益权归谁", "Held by", "从收益权人词表中选一个。"
    )
    count: Count = field("份数", "Count", "量化到多少户或多少名成员。")


@part
class FollowUp(Model):
    """What is done about an asset in trouble (昌吉细则 第七、十七条: 巩固, 升级, 盘活, 调整)."""

    way: Annotated[str, Word("follow_ups")] = field("后续办法", "Way on", "从后续办法词表中选一个。")
    plan: Prose = field("做法", "Plan", "具体怎么做，谁来做。")
    due: Day | None = field("完成期限", "Due", "什么时候做完。", default=None)


@part
class Asset(Model):
    """One asset that the project made (宁陵方案 六（三）; 昌吉细则 第十一至十四条)."""

    code: Line | None = field(
        "资产编号", "Asset code", "资产登记台账上的编号；一个编号只能出现在一个项目里。", default=None
    )
    name: Line = field("资产名称", "Asset", "例如：冷藏保鲜库。")
    class_: Annotated[str, Word("asset_classes")] = field(
        "资产类别", "Asset class", "经营性、公益性或到户类。", alias="class"
    )
    value: Money = field("资产原值", "Value", "入账原值，单位元。", unit="元")
    owner: Owner | None = field("产权人", "Owner", "资产归谁所有，必须写明。", default=None)
    life_years: Count | None = field(
        "折旧年限", "Useful life", "按直线法折旧的年数；租金底线由它算出。", unit="年", default=None
    )
    income_bearing: Flag = field(
        "纳入资产收益",
        "Bears income",
        "是否产生收益。产业基地配套的水、电、路可以不纳入；场内建筑和通道应当纳入（昌吉细则第十四条）。",
    )
    condition: Annotated[str, Word("asset_conditions")] = field(
        "资产状况", "Condition", "正常、低效、闲置或已处置。"
    )
    income_rights: IncomeRights | None = field(
        "收益权量化", "Income rights", "归村集体的经营性资产，收益权要量化到成员。", default=None
    )
    follow_up: FollowUp | None = field(
        "后续管护", "Follow-up", "低效或闲置的资产，写明怎么盘活。", default=None
    )
