"""What was earned and paid out, year by year (宁陵方案 五（二）; 昌吉细则 第十一、十二条)."""

from decimal import Decimal
from typing import Annotated

from generator.records.model import Model, field, part
from generator.records.scalars import Count, Day, Line, Money, Prose, Word, Year

_NOTHING = Decimal(0)


@part
class Use(Model):
    """One use of the village's income from the project."""

    use: Annotated[str, Word("uses")] = field("用途", "Use", "从收益用途词表中选一个。")
    amount: Money = field("金额", "Amount", "单位元。", unit="元")
    households: Count | None = field("受益户数", "Households", "惠及多少户。", unit="户", default=None)
    note: Line | None = field("说明", "Note", "具体用在哪里。", default=None)


@part
class Payment(Model):
    """Money that went straight to households under one mechanism: wages, rent, purchase prices."""

    mechanism: Annotated[str, Word("mechanisms")] = field("联结方式", "Mechanism", "这笔钱出自哪种联结方式。")
    amount: Money = field("金额", "Amount", "全年合计，单位元。", unit="元")
    households: Count = field("户数", "Households", "付给多少户。", unit="户")


@part
class Decision(Model):
    """Who decided on the distribution, and when (农村集体经济组织法, income distribution)."""

    meeting: Line = field("决定会议", "Meeting", "例如：村民代表会议。")
    on: Day = field("会议日期", "On", "开会的日期。")


@part
class Paid(Model):
    """The day and way of payment."""

    on: Day = field("发放日期", "Paid on", "钱到账的日期。")
    way: Line = field("发放方式", "Way", "例如：银行转账。不写账号。")


@part
class Distribution(Model):
    """One year's income and its distribution.

    ``income + brought_forward = reserve + Σ uses + carried_forward`` (rule D001). ``payments`` are
    apart from this: the operator pays them straight to households.
    """

    year: Year = field("年度", "Year", "收益所属的年度。")
    income: Money = field(
        "当年收益",
        "Income",
        "村集体当年从项目得到的收益，单位元；没有就写 0。",
        unit="元",
        default=Decimal(0),
    )
    brought_forward: Money = field(
        "上年结转", "Brought forward", "上年没分完的，单位元。", unit="元", default=Decimal(0)
    )
    reserve: Money = field(
        "提取公积公益金", "Reserve", "先提取的公积公益金，单位元。", unit="元", default=Decimal(0)
    )
    uses: tuple[Use, ...] = field("分配用途", "Uses", "一项一项写，加起来要等于可分配的钱。", default=())
    carried_forward: Money = field(
        "结转下年", "Carried forward", "留到下年的，单位元。", unit="元", default=Decimal(0)
    )
    payments: tuple[Payment, ...] = field(
        "直接付给农户", "Paid to households", "经营主体直接付给农户的工资、租金、货款等。", default=()
    )
    plan_published: Day | None = field(
        "方案公布日期", "Plan published", "分配方案公布的日期，要比开会至少早 10 天。", default=None
    )
    decided: Decision | None = field("决定", "Decision", "由什么会议在哪天决定。", default=None)
    paid: Paid | None = field("发放", "Payment", "哪天、怎样发到位；还没发就不写。", default=None)
    note: Prose | None = field("说明", "Note", "例如当年没有收益的原因。", default=None)

    @property
    def used(self) -> Decimal:
        """The sum of all uses, in yuan."""
        return sum([use.amount for use in self.uses], _NOTHING) if self.uses else _NOTHING

    @property
    def paid_to_households(self) -> Decimal:
        """The sum of all payments that went straight to households, in yuan."""
        return sum([payment.amount for payment in self.payments], _NOTHING)
