"""What was expected, what came of it, and what was found on inspection."""

from typing import Annotated

from generator.records.model import Model, field, part
from generator.records.scalars import Count, Day, Line, Money, Prose, Word


@part
class Expected(Model):
    """The expected outcome (预期成效), measurable (宁陵方案 七（一）（二）; 昌吉细则 第十六条)."""

    households: Count | None = field("带动农户", "Households", "预计带动多少户。", unit="户", default=None)
    jobs: Count | None = field("带动就业", "Jobs", "预计多少个岗位。", unit="个", default=None)
    collective_income: Money | None = field(
        "村集体年增收",
        "Collective income a year",
        "预计村集体每年增收多少，单位元。",
        unit="元",
        default=None,
    )
    household_income: Money | None = field(
        "户均年增收", "Income a household and year", "预计每户每年增收多少，单位元。", unit="元", default=None
    )
    other: Prose | None = field("其他成效", "Other", "其他可以衡量的成效。", default=None)


@part
class Disclosure(Model):
    """One posting of the project on the boards and the web (公示 before, 公告 after)."""

    moment: Annotated[str, Word("disclosure_moments")] = field("阶段", "Moment", "事前公示或完工公告。")
    from_: Day = field("公示开始", "From", "张贴的第一天。", alias="from")
    to: Day = field("公示结束", "To", "张贴的最后一天，不少于 10 天。")
    at: tuple[Annotated[str, Word("disclosure_levels")], ...] = field(
        "公示地点", "Posted at", "县、乡镇、村、项目现场。"
    )
    objections: Prose | None = field(
        "异议与处理", "Objections", "收到什么意见，怎么处理的；没有就写“无异议”。", default=None
    )


@part
class Completion(Model):
    """The result of the works (完工公告: 资金使用, 实施结果, 检查验收结果, 绩效目标实现情况)."""

    accepted: Day = field("验收日期", "Accepted on", "通过验收的日期。")
    spent: Money = field("实际支出", "Spent", "资金实际使用多少，单位元。", unit="元")
    result: Prose = field("实施结果", "Result", "建成了什么，和计划有没有不同。")
    acceptance: Line = field("验收结果", "Acceptance", "例如：合格。")
    targets: Prose | None = field("绩效目标实现情况", "Targets met", "定的目标完成了没有。", default=None)


@part
class Inspection(Model):
    """One inspection of a running project (宁陵方案 七（二）; 昌吉细则 第十六、十七、十九条)."""

    on: Day = field("检查日期", "Inspected on", "到现场检查的日期。")
    by: Line = field("检查单位", "By", "哪个单位检查的。")
    result: Annotated[str, Word("inspection_results")] = field(
        "检查结果", "Result", "从检查结果词表中选一个。"
    )
    finding: Prose = field("检查情况", "Finding", "看到了什么。")
    deadline: Day | None = field("整改期限", "Deadline", "要求整改的，写明期限。", default=None)
    rectified: Day | None = field("整改完成", "Rectified on", "整改做完的日期。", default=None)
    measure: Prose | None = field("整改措施", "Measure", "怎么改的。", default=None)


@part
class BeneficiaryChange(Model):
    """Households added or gone (昌吉细则 第二十条); counts only, never names or reasons."""

    on: Day = field("变动日期", "On", "哪天起变动。")
    added: Count = field("新增户数", "Added", "新纳入多少户。", unit="户")
    removed: Count = field("退出户数", "Removed", "退出多少户。", unit="户")
    decided_by: Line = field("决定", "Decided by", "由什么会议或单位决定。")
