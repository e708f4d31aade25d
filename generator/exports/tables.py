"""The tables of a register, made from the models: what open data and workbooks are laid out by.

A record is taken apart into rows without loss: a list of parts becomes a table whose rows name their
project. What has no list of its own stands in the table of what holds it.
"""

from dataclasses import dataclass, replace
from functools import cache

from generator.exports.column import Column, columns_of
from generator.records.agreement import Agreement
from generator.records.assets import Asset
from generator.records.distribution import Distribution, Payment, Use
from generator.records.funding import Funding
from generator.records.linkages import LINKAGES
from generator.records.model import Model
from generator.records.outcome import BeneficiaryChange, Disclosure, Inspection
from generator.records.project import Project


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: its English name and the name of its files.
        zh, en: what it is called; ``about`` says what one row is.
        path: the keys of the list in a record: ``()`` for projects, ``("distributions", "uses")``.
        columns: what a row states of its own; the columns by which it names its project come before.
    """

    name: str
    zh: str
    en: str
    about: str
    path: tuple[str, ...]
    columns: tuple[Column, ...]


def _key(name: str, zh: str, en: str, help: str, kind: str = "text") -> Column:
    return Column((name,), (name,), zh, en, help, kind, required=True)


PROJECT = _key("project", "项目编号", "Project number", "是哪个项目的，和项目表里的编号一样。")
NUMBER = _key("no", "序号", "Number", "在这个项目里是第几条。", "count")
DISTRIBUTION = _key(
    "distribution", "分配序号", "Number of the distribution", "是这个项目的第几条收益分配。", "count"
)
YEAR = _key("year", "年度", "Year", "收益所属的年度。", "year")


def keys_of(table: Table) -> tuple[Column, ...]:
    """The columns by which a row names what it belongs to; none in the table of projects."""
    if not table.path:
        return ()
    if len(table.path) == 1:
        return PROJECT, NUMBER
    return PROJECT, DISTRIBUTION, YEAR, NUMBER


def _table(name: str, zh: str, en: str, about: str, path: tuple[str, ...], model: type[Model]) -> Table:
    return Table(name, zh, en, about, path, tuple(columns_of(model)))


def _linkages() -> Table:
    """All mechanisms in one wide table: a column that several have stands in it once."""
    found: dict[tuple[str, ...], Column] = {}
    for model in LINKAGES.values():
        for column in columns_of(model):
            known = found.get(column.path)
            found[column.path] = _joined(known, column) if known else column
    mechanism = replace(found.pop(("mechanism",)), kind="word", vocabulary="mechanisms")
    note = found.pop(("note",))
    return Table(
        "linkages",
        "联农带农机制",
        "Linkage mechanisms",
        "一行是一个项目的一种联结方式。各种方式要写的内容不同，用不上的格子是空的。",
        ("linkages",),
        (mechanism, *found.values(), note),
    )


def _joined(one: Column, other: Column) -> Column:
    """One column for two of the same key; both labels where there are but two."""
    if other.zh in one.zh.split("／") or "／" in one.zh or len(one.path) > 1:
        return one
    return replace(one, zh=f"{one.zh}／{other.zh}", en=f"{one.en} / {other.en}", term=False)


@cache
def tables() -> dict[str, Table]:
    """The tables of records by name, in the order in which readers should meet them."""
    made = (
        _table("projects", "项目", "Projects", "一行是一个项目。", (), Project),
        _table("funding", "资金", "Funding", "一行是一个来源、一个文号的一笔钱。", ("funding",), Funding),
        _table("assets", "资产", "Assets", "一行是项目形成的一项资产。", ("assets",), Asset),
        _linkages(),
        _table("agreements", "合作协议", "Agreements", "一行是一份协议。", ("agreements",), Agreement),
        _table("disclosures", "公示公告", "Disclosures", "一行是一次张贴。", ("disclosures",), Disclosure),
        _table(
            "distributions",
            "收益分配",
            "Distributions",
            "一行是一个项目一年的收益和分配。",
            ("distributions",),
            Distribution,
        ),
        _table(
            "uses", "分配用途", "Uses of income", "一行是一年收益的一项用途。", ("distributions", "uses"), Use
        ),
        _table(
            "payments",
            "直接付给农户",
            "Payments to households",
            "一行是经营主体一年里按一种方式直接付给农户的钱。",
            ("distributions", "payments"),
            Payment,
        ),
        _table("inspections", "监督检查", "Inspections", "一行是一次检查。", ("inspections",), Inspection),
        _table(
            "changes",
            "对象变动",
            "Changes of beneficiaries",
            "一行是一次带动对象的增减。",
            ("changes",),
            BeneficiaryChange,
        ),
    )
    return {table.name: table for table in made}
