"""What a column of a foreign ledger may hold, and the header words by which it is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.ledger.values import folded
from generator.records.reference import Reference

SKIP = "skip"
"""A column that is known and not read: a running number, a remark."""

FUND = "fund:"
"""Begins the name of a column that holds the amount of one fund source: ``fund:central_bridging``."""

AMOUNTS = ("investment", "income", "spent", "value", "collective_income", "household_income")
"""Fields that hold money; their unit must be known."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field.

    Attributes:
        name: as a mapping file has it.
        zh: what it is called in reports.
        words: headers that mean it, as a whole.
        parts: texts that a header contains if it means it.
    """

    name: str
    zh: str
    words: tuple[str, ...]
    parts: tuple[str, ...] = ()


FIELDS = (
    Field("number", "序号（不读）", ("序号", "编号序号", "顺序号", "NO", "No.")),
    Field("name_id", "项目名称和编号", ("项目名称(项目编号)", "项目名称及编号", "项目名称（编号）")),
    Field("name", "项目名称", ("项目名称", "项目", "名称", "工程名称", "项目全称"), ("项目名称",)),
    Field("id", "项目编号", ("项目编号", "项目编码", "编号", "项目代码"), ("项目编号", "项目编码")),
    Field("year", "项目年度", ("年度", "年份", "项目年度", "计划年度", "实施年度"), ("年度计划",)),
    Field("township", "乡镇", ("乡镇", "乡(镇)", "乡(镇)街", "乡镇街", "镇", "乡", "所属乡镇", "乡镇(街道)")),
    Field("village", "村", ("村", "行政村", "村名", "所在村", "村(社区)", "所属村")),
    Field("place", "实施地点", ("实施地点", "建设地点", "地点", "项目地点", "所在地", "实施地"), ("地点",)),
    Field(
        "kind", "项目类型", ("项目类型", "项目类别", "类别", "类型", "资产类别", "项目子类型"), ("项目类",)
    ),
    Field("nature", "建设性质", ("建设性质", "性质"), ("建设性质",)),
    Field("industry", "产业", ("产业", "产业类型", "产业类别", "所属产业", "行业")),
    Field("stage", "项目阶段", ("阶段", "项目阶段", "项目状态", "实施状态", "进度")),
    Field(
        "scope",
        "建设任务",
        ("建设内容", "建设任务", "主要建设内容", "建设内容及规模", "建设规模", "项目内容", "项目摘要"),
        ("建设内容", "建设任务"),
    ),
    Field("standard", "补助标准", ("补助标准", "补贴标准"), ("补助标准",)),
    Field(
        "period",
        "实施期限",
        ("实施期限", "实施时间", "建设期限", "建设时间", "起止时间", "时间进度", "项目工期", "建设周期"),
        ("期限", "实施时间", "起止"),
    ),
    Field("start", "开工日期", ("开工时间", "开工日期", "开始时间", "计划开工时间"), ("开工",)),
    Field(
        "end", "完工日期", ("完工时间", "完工日期", "竣工时间", "竣工日期", "结束时间"), ("完工时", "竣工")
    ),
    Field(
        "implementer",
        "实施单位",
        ("责任单位", "实施单位", "项目实施单位", "建设单位", "项目单位", "承办单位", "组织实施单位"),
        ("实施单位", "责任单位", "建设单位"),
    ),
    Field(
        "responsible",
        "责任人",
        ("责任人", "项目责任人", "负责人", "项目负责人"),
        ("责任人", "负责人"),
    ),
    Field(
        "department",
        "监督单位",
        ("组织实施与监督部门", "监督部门", "主管部门", "监管部门", "部门", "行业主管部门", "监督单位"),
        ("监督", "主管部门"),
    ),
    Field("hotlines", "监督电话", ("监督电话", "举报电话", "联系电话", "投诉电话", "电话"), ("电话",)),
    Field(
        "investment",
        "投入资金合计",
        (
            "合计",
            "小计",
            "总投资",
            "投资",
            "投资概算",
            "投资总额",
            "投资规模",
            "项目投资",
            "项目总投资",
            "资金规模",
            "投入资金",
            "计划投入资金",
            "投资/本次安排",
            "本次安排",
            "资金总额",
            "总金额",
            "金额",
            "项目预算总投资",
            "计划投资",
            "下达资金",
            "安排资金",
        ),
        ("总投资", "投资概算", "资金规模", "合计"),
    ),
    Field("fund", "资金来源", ("资金来源", "资金性质", "资金类型", "资金渠道", "资金名称"), ("资金来源",)),
    Field("document", "资金文号", ("资金文号", "文号", "下达文号", "批复文号", "文件号"), ("文号",)),
    Field("spent", "实际支出", ("实际支出", "支出金额", "已支付", "完成投资", "报账金额"), ("支出",)),
    Field(
        "operator", "经营主体", ("经营主体", "承包主体", "运营主体", "承接主体", "合作企业"), ("经营主体",)
    ),
    Field("owner", "产权人", ("产权人", "产权归属", "所有权人", "资产归属", "权属"), ("产权", "权属")),
    Field("value", "资产原值", ("资产原值", "资产价值", "原值", "固定资产原值", "入账价值"), ("原值",)),
    Field("asset", "资产名称", ("资产名称",), ("资产名称",)),
    Field(
        "mechanism",
        "联农带农机制",
        (
            "联农带农机制",
            "带贫减贫机制",
            "利益联结机制",
            "联农带农富农利益联结机制",
            "群众参与和联农带农机制",
        ),
        ("联农带农", "利益联结", "带贫", "带农"),
    ),
    Field(
        "households", "带动农户", ("带动户数", "受益户数", "带动农户", "受益农户", "户数"), ("户数", "受益户")
    ),
    Field("lifted", "其中脱贫户", ("脱贫户", "脱贫户数", "其中脱贫户", "受益脱贫户数"), ("脱贫户",)),
    Field("monitored", "其中监测对象", ("监测户", "监测对象", "其中监测对象", "监测户数"), ("监测",)),
    Field(
        "expected",
        "预期成效",
        ("预期绩效目标", "绩效目标", "预期成效", "预期效益", "绩效", "项目绩效目标", "绩效目标及效益"),
        ("绩效", "成效", "效益"),
    ),
    Field(
        "income",
        "当年收益",
        ("收益", "当年收益", "年收益", "收益金额", "资产收益", "分红金额", "应分配收益"),
        ("收益",),
    ),
    Field(
        "leader",
        "责任领导（不读）",
        ("责任领导", "项目责任领导", "项目责任领导(职务)"),
        ("责任领导", "包抓领导"),
    ),
    Field("remark", "备注（不读）", ("备注", "说明", "其他说明"), ("备注",)),
)
"""All fields but those of fund sources, in the order in which headers are compared with them."""

NOT_READ = frozenset({"number", "remark", "leader", SKIP})
"""Fields whose cells are named and not read."""

_FUND_WORDS = (
    ("central_bridging", ("中央衔接", "中央财政衔接", "中央资金", "中央财政", "中央")),
    ("provincial_bridging", ("省级衔接", "省衔接", "自治区衔接", "自治区级衔接", "省级财政衔接", "自治区")),
    ("prefecture_bridging", ("市级衔接", "州级衔接", "市级资金", "州级资金", "市级", "州级")),
    ("county_bridging", ("县级衔接", "县衔接", "县级资金", "县级配套", "县级财政", "本级衔接", "县级")),
    ("integrated", ("整合", "统筹整合", "涉农整合")),
    ("local_bond", ("债券", "专项债", "一般债")),
    ("paired_aid", ("援疆",)),
    ("designated_aid", ("定点帮扶",)),
    ("donation", ("捐赠", "社会帮扶")),
    ("household_capital", ("农户自筹", "群众自筹")),
    ("operator_capital", ("企业自筹", "主体自筹", "企业投资")),
    ("collective", ("村集体自筹", "自筹")),
    ("loan", ("贷款",)),
)
_UNIT = re.compile(r"[(（\[]?(?:单位[:：])?(万元|亿元|元)(?:/[^)）\]]*)?[)）\]]?")


def bare(header: str) -> str:
    """A header as it is compared: half-width, without blanks, unit and figures in brackets."""
    text = folded(header)
    return re.sub(r"\((?:万元|亿元|元|户|人|%|亩|个|人次|单位:[^)]*)\)", "", text)


def unit_of(header: str) -> str | None:
    """The unit of money that a header states: 元, 万元 or 亿元."""
    match = _UNIT.search(folded(header))
    return match[1] if match else None


def field_of(parent: str, header: str, reference: Reference) -> str | None:
    """The field that a column holds, by its own header and the one above it; None where it is not known."""
    own = bare(header)
    if parent and (fund := _fund(own, reference, within=_is_money(parent))):
        return fund
    return _exact(own) or _fund(own, reference, within=False) or _containing(own) or _containing(bare(parent))


def _exact(text: str) -> str | None:
    for field in FIELDS:
        if any(text == folded(word) for word in field.words):
            return field.name
    return None


def _containing(text: str) -> str | None:
    for field in FIELDS:
        if any(part in text for part in field.parts):
            return field.name
    return None


def _is_money(parent: str) -> bool:
    return any(word in parent for word in ("资金", "投资", "投入", "来源"))


def _fund(text: str, reference: Reference, within: bool) -> str | None:
    """The fund source that a header names; ``within`` a group of amounts a short word is enough."""
    for term in reference.vocabularies["fund_sources"]:
        if text in (folded(term.label), folded(term.short), folded(term.code)):
            return f"{FUND}{term.code}"
    known = reference.vocabularies["fund_sources"]
    for code, words in _FUND_WORDS:
        if code in known and any(_names(text, word, within) for word in words):
            return f"{FUND}{code}"
    return None


def _names(text: str, word: str, within: bool) -> bool:
    if within:
        return word in text
    return text in (word, f"{word}资金") or (len(word) > 3 and word in text and "资金" in text)


def names() -> Iterator[str]:
    """The names that a mapping file may use, but for fund sources."""
    yield from (field.name for field in FIELDS)
    yield SKIP


def label(name: str, reference: Reference) -> str:
    """What a field is called in reports."""
    if name.startswith(FUND):
        return f"资金：{reference.term('fund_sources', name.removeprefix(FUND))}"
    return next((field.zh for field in FIELDS if field.name == name), "不读")
