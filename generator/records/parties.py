"""Who is involved: implementers, operators, owners, beneficiaries, supervisors."""

from typing import Annotated

from generator.records.model import Model, field, part
from generator.records.scalars import Count, Line, Word


@part
class Implementer(Model):
    """The unit that carries the project out, and the official who answers for it."""

    name: Line = field("实施单位", "Implementing unit", "负责组织实施的单位全称，例如：东河镇人民政府。")
    responsible: Line = field(
        "责任人", "Responsible official", "责任人的职务，或职务加姓名。不写个人手机号。"
    )


@part
class Operator(Model):
    """The business that runs the assets (经营主体: 龙头企业, 合作社, 家庭农场; 昌吉细则 第六条)."""

    name: Line = field("经营主体", "Operator", "营业执照或登记证上的全称。")
    kind: Annotated[str, Word("operator_kinds")] = field(
        "经营主体类型", "Kind of operator", "从经营主体类型词表中选一个。"
    )
    credit_code: Line | None = field(
        "统一社会信用代码",
        "Unified social credit code",
        "18 位，抄自营业执照或登记证；最后一位是校验码，抄错会被查出。",
        default=None,
    )
    phone: Line | None = field(
        "办公电话", "Office telephone", "只写固定电话，例如 0990-1234567。不写手机号。", default=None
    )


@part
class Owner(Model):
    """Who owns an asset (宁陵方案 六（三）; 昌吉细则 第十一、十二条)."""

    name: Line = field("产权人", "Owner", "产权单位全称，例如：柳湾村股份经济合作社。")
    kind: Annotated[str, Word("owner_kinds")] = field(
        "产权人类型", "Kind of owner", "从产权人类型词表中选一个。"
    )


@part
class Beneficiaries(Model):
    """The households that one mechanism ties in (宁陵方案 二; 昌吉细则 第五条).

    The named parts do not overlap and together are at most ``households``.
    """

    households: Count = field(
        "带动农户", "Households", "这一种方式带动的全部农户数，脱贫户、监测对象都算在内。", unit="户"
    )
    lifted: Count | None = field(
        "其中脱贫户", "Of these lifted out of poverty", "其中的脱贫户数。", unit="户", default=None
    )
    monitored: Count | None = field(
        "其中监测对象",
        "Of these monitored",
        "其中的防止返贫监测对象户数；已算作脱贫户的不再计入。",
        unit="户",
        default=None,
    )
    at_risk: Count | None = field(
        "其中防止返贫致贫对象",
        "Of these at risk of poverty",
        "2026 年起使用的对象名称，户数。",
        unit="户",
        default=None,
    )
    persons: Count | None = field("带动人口", "Persons", "涉及的人数，知道时填写。", unit="人", default=None)

    @property
    def priority(self) -> int:
        """Households of the groups that the policies put first."""
        return (self.lifted or 0) + (self.monitored or 0) + (self.at_risk or 0)


@part
class Supervision(Model):
    """Whom to ask and where to object (谁审批谁负责: 宁陵方案 七（二）; 昌吉细则 第二十条)."""

    department: Line = field(
        "监督单位", "Supervising department", "受理意见的主管部门全称，例如：某某县农业农村局。"
    )
    hotlines: tuple[Line, ...] = field(
        "监督电话", "Telephones", "12317 和办公室固定电话，可以写多个。不写手机号。"
    )
    address: Line | None = field("地址", "Address", "来访或寄信的地址。", default=None)
