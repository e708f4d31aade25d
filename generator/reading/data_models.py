"""How the reference data are written down: the models of their files."""

from typing import Annotated

from generator.records.model import Model, field, part
from generator.records.scalars import Day, Line, Prose, Rate, Word, Year
from generator.records.vocabulary import Term, Vocabularies, Vocabulary


def _term(code: str, label: str, en: str) -> Term:
    return Term(code, label, en, label, "")


POLICY_KINDS = Vocabulary(
    "policy_kinds",
    "文件种类",
    "Kind of document",
    {
        "local": _term("local", "地方文件", "governs records"),
        "national": _term("national", "法律法规和标准", "law, regulation or standard"),
        "register": _term("register", "本站登记规则", "this register's own rules"),
    },
)
"""What a document may be; fixed, because the program treats each differently."""

OWN_WORDS = Vocabularies.of([POLICY_KINDS])


@part
class TermEntry(Model):
    """One word of a vocabulary."""

    code: Line = field("编码", "Code", "记录里写的词，用小写英文。")
    label: Line = field("名称", "Label", "完整的正式名称。")
    en: Line = field("英文名称", "English label", "英文名称。")
    short: Line | None = field("简称", "Short label", "表格里用的简称。", default=None)
    help: Prose | None = field("说明", "Help", "一句话说明。", default=None)
    from_: Year | None = field("起用年份", "First year", "从哪一年起可以用。", alias="from", default=None)
    to: Year | None = field("停用年份", "Last year", "用到哪一年为止。", default=None)
    marks: tuple[Line, ...] = field("标记", "Marks", "检查规则要用的标记。", default=())


@part
class VocabularyFile(Model):
    """A file in ``data/vocabularies``."""

    name: Line = field("词表名", "Name", "和文件名一样。")
    label: Line = field("词表名称", "Label", "词表的中文名称。")
    en: Line = field("英文名称", "English label", "词表的英文名称。")
    terms: tuple[TermEntry, ...] = field("词条", "Terms", "按读者看到的先后列出。")


@part
class NamedEntry(Model):
    """A mechanism as a clause names it."""

    code: Annotated[str, Word("mechanisms")] = field("联结方式", "Mechanism", "联农带农机制词表里的编码。")
    term: Line = field("文件里的叫法", "Term", "这份文件里的叫法。")


@part
class ClauseEntry(Model):
    """A clause of a document."""

    id: Line = field("条款 id", "Clause id", "在这份文件里不重复，例如 10-3。")
    number: Line = field("条款序号", "Number", "照文件印的写，例如：第十条（三）。")
    heading: Line = field("标题", "Heading", "条款的标题，没有的自己拟一个短的。")
    summary: Prose = field("内容概要", "Summary", "用自己的话写清这一条要求什么。")
    parent: Line | None = field("上一级条款", "Parent", "上一级条款的 id。", default=None)
    topics: tuple[Annotated[str, Word("topics")], ...] = field(
        "专题", "Topics", "比较专题词表里的编码。", default=()
    )
    mechanisms: tuple[NamedEntry, ...] = field(
        "提到的联结方式", "Mechanisms", "条款提到哪些联结方式。", default=()
    )


@part
class ParameterEntry(Model):
    """A number that a rule uses."""

    name: Line = field("参数名", "Name", "检查规则使用的名字。")
    value: Rate = field("数值", "Value", "只写数字。")
    unit: Line = field("单位", "Unit", "例如：天、元、%。")
    clause: Line | None = field("依据条款", "Clause", "依据哪一条；写本文件的条款 id。", default=None)
    note: Prose | None = field("说明", "Note", "这个数是文件写明的，还是本站定的。", default=None)


@part
class PolicyFile(Model):
    """A file in ``data/policies``."""

    id: Line = field("文件 id", "Document id", "和文件名一样。")
    kind: Annotated[str, Word("policy_kinds")] = field("文件种类", "Kind", "地方文件、法规或本站规则。")
    short: Line = field("简称", "Short title", "引用时用的简称。")
    title: Line = field("标题", "Title", "文件的全称。")
    issuer: Line | None = field("发文机关", "Issuer", "查不到的不写。", default=None)
    number: Line | None = field("发文字号", "Document number", "查不到的不写。", default=None)
    written: Line | None = field("成文日期", "Written", "查不到的不写。", default=None)
    published: Line | None = field("发布日期", "Published", "查不到的不写。", default=None)
    status: Prose | None = field("有效性", "Status", "现在是否有效，用话说明。", default=None)
    later: Prose | None = field("后来的变化", "What came later", "后来有什么变化。", default=None)
    owner: Line | None = field("解读负责单位", "Owner", "谁负责更新这份文件的解读。", default=None)
    review_by: Day | None = field("复核期限", "Review by", "最迟哪天复核。", default=None)
    clauses: tuple[ClauseEntry, ...] = field("条款", "Clauses", "一条一条列出。")
    parameters: tuple[ParameterEntry, ...] = field("参数", "Parameters", "检查规则用的数。", default=())


@part
class GoverningEntry(Model):
    """Which documents govern a place for some years."""

    place: Line = field("地点", "Place", "区划代码的开头几位，加英文引号。")
    from_: Year = field("起始年份", "First year", "从哪一年的项目起。", alias="from")
    to: Year = field("截止年份", "Last year", "到哪一年的项目为止。")
    policies: tuple[Line, ...] = field("适用文件", "Documents", "文件的 id，优先的写在前面。")


@part
class GoverningFile(Model):
    """The file ``data/governing.yaml``."""

    governing: tuple[GoverningEntry, ...] = field("适用范围", "Governing", "一条一条列出。")


@part
class RateEntry(Model):
    """A published rate."""

    published: Day = field("发布日期", "Published", "报价发布的日期。")
    percent: Rate = field("利率", "Rate", "一年期报价，百分之几。", unit="%")


@part
class LprFile(Model):
    """The file ``data/lpr.yaml``."""

    verified_to: Day = field("核对到", "Verified to", "这张表核对到哪一天。")
    rates: tuple[RateEntry, ...] = field("报价", "Rates", "只列变动的日期，从早到晚。")
