"""With whose money: one entry for every source and grant document."""

from typing import Annotated

from generator.records.model import Model, field, part
from generator.records.scalars import Day, Line, Money, Word


@part
class Funding(Model):
    """One sum of money from one source (宁陵方案 三; 昌吉细则 第四条)."""

    source: Annotated[str, Word("fund_sources")] = field(
        "资金来源", "Fund source", "从资金来源词表中选一个，要在当年有效。"
    )
    amount: Money = field(
        "金额", "Amount", "单位是元，不是万元；不写千分位逗号。120 万元写 1200000。", unit="元"
    )
    document: Line | None = field(
        "资金文号",
        "Grant document",
        "下达资金的文件号，年份用六角括号，例如：示财农〔2023〕12号。",
        default=None,
    )
    granted: Day | None = field("下达日期", "Granted on", "资金下达的日期。", default=None)
