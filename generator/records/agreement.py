"""What was signed (宁陵方案 六（三）; 昌吉细则 第十五、十八条)."""

from generator.records.linkages import Period
from generator.records.model import Model, field, part
from generator.records.scalars import Day, Line, Prose


@part
class Agreement(Model):
    """A cooperation agreement. What the clauses demand may be missing here; the A rules say so."""

    number: Line = field("协议编号", "Agreement number", "协议上的编号，全县不重复。")
    signed: Day | None = field("签订日期", "Signed on", "签字盖章的日期。", default=None)
    term: Period | None = field("合作期限", "Term", "从哪天到哪天。", default=None)
    parties: tuple[Line, ...] = field("签约各方", "Parties", "至少两方：产权人和经营主体。", default=())
    witness: Line | None = field(
        "第三方见证", "Witness", "以第三方身份组织签约的主管部门或乡镇（昌吉细则第十八条）。", default=None
    )
    entry: Prose | None = field("进入办法", "Entry", "农户怎样加入。", default=None)
    duties: Prose | None = field("各方权责", "Rights and duties", "各方做什么、得什么。", default=None)
    exit: Prose | None = field("退出办法", "Exit", "怎样退出，资产怎么办。", default=None)
    breach: Prose | None = field("违约责任", "Breach", "一方不守约怎么办。", default=None)
