"""The official ledger (昌吉细则 第十九条: 台账) for printing: a row a project, A3 across, header repeated."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from generator.exports.cells import SMALL
from generator.ledger.grid import Grid
from generator.pages.amounts import SMALL_GROUP
from generator.records.project import Project
from generator.records.reference import Reference
from generator.settings import Settings

_A3 = 8
_LINE, _AIR = 13.0, 5.0
_MADE = date(2000, 1, 1)
_FACE = "仿宋"
_SHEET = "联农带农项目台账"
_HEADER, _FIRST = 2, 4
_SIGNED = "填表人：　　　　　　审核人：　　　　　　单位（盖章）："


@dataclass(frozen=True, slots=True)
class _Column:
    header: str
    width: float
    value: Callable[[Project, Reference], Any]
    group: str = ""


def _where(project: Project, reference: Reference) -> str:
    places = reference.places
    return places.full_name(project.place) if project.place in places else project.place


def _ways(project: Project, reference: Reference) -> str:
    return "、".join(reference.term("mechanisms", code) for code in project.mechanisms)


def _funds(project: Project, reference: Reference) -> str:
    vocabularies = reference.vocabularies
    return "\n".join(
        f"{vocabularies.short('fund_sources', fund.source)} {_wan(fund.amount)} 万元"
        for fund in project.funding
    )


def _wan(amount: Decimal) -> str:
    text = f"{amount / 10_000:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _owners(project: Project, reference: Reference) -> str:
    return "\n".join(dict.fromkeys(asset.owner.name for asset in project.assets if asset.owner))


def _conditions(project: Project, reference: Reference) -> str:
    found = dict.fromkeys(asset.condition for asset in project.assets)
    return "、".join(reference.term("asset_conditions", code) for code in found)


def _term(project: Project, reference: Reference) -> str:
    terms = [each.term for each in project.agreements if each.term]
    return f"{terms[-1].start:%Y.%m}—{terms[-1].end:%Y.%m}" if terms else ""


def _priority(project: Project, reference: Reference) -> int:
    return max((each.beneficiaries.priority for each in project.linkages), default=0)


def _households(number: int) -> int | str:
    return SMALL if 0 < number <= SMALL_GROUP else number


def _inspected(project: Project, reference: Reference) -> str:
    last = max(project.inspections, key=lambda each: each.on, default=None)
    return f"{last.on:%Y-%m-%d}\n{reference.term('inspection_results', last.result)}" if last else ""


def _direct(project: Project, reference: Reference) -> Decimal:
    return sum((each.paid_to_households for each in project.distributions), Decimal(0))


_COLUMNS = (
    _Column("项目编号", 13, lambda project, _: project.id),
    _Column("项目名称", 18, lambda project, _: project.name),
    _Column("年度", 5, lambda project, _: project.year),
    _Column("实施地点", 10, _where),
    _Column("建设任务", 24, lambda project, _: project.scope),
    _Column("合计（元）", 12.5, lambda project, _: project.investment, "投入资金"),
    _Column("来源", 16, _funds, "投入资金"),
    _Column(
        "原值（元）", 12.5, lambda project, _: sum((a.value for a in project.assets), Decimal(0)), "资产"
    ),
    _Column("产权人", 14, _owners, "资产"),
    _Column("状况", 6, _conditions, "资产"),
    _Column("经营主体", 15, lambda project, _: project.operator.name if project.operator else ""),
    _Column("协议期限", 9, _term),
    _Column("联农带农机制", 14, _ways),
    _Column("带动农户", 6, lambda project, _: _households(project.households), "农户（户）"),
    _Column("脱贫户、\n监测对象", 7, lambda p, r: _households(_priority(p, r)), "农户（户）"),
    _Column("村集体累计收益", 12.5, lambda project, _: project.income, "收益（元）"),
    _Column("直接付给农户", 12.5, _direct, "收益（元）"),
    _Column("阶段", 5, lambda project, reference: reference.term("stages", project.stage)),
    _Column("最近一次检查", 11, _inspected),
)
_SUMMED = ("合计（元）", "原值（元）", "村集体累计收益", "直接付给农户")


class Entry(NamedTuple):
    """A project's row: its values from the left, and the height in points that it needs."""

    values: list[Any]
    height: float


def entry(project: Project, reference: Reference) -> Entry:
    """The row of a project."""
    values = [column.value(project, reference) for column in _COLUMNS]
    return Entry(values, _height(values))


def is_official(grids: Sequence[Grid]) -> bool:
    """Whether sheets are what :func:`write` wrote, which is for paper and says less than a record."""
    grid = grids[0]
    heads = [grid.cell(_HEADER + 1, at) or grid.cell(_HEADER, at) for at in range(len(_COLUMNS))]
    return grid.title == _SHEET and heads == [column.header for column in _COLUMNS]


def write(path: Path, entries: Iterable[Entry], settings: Settings, as_of: date) -> None:
    """Write the ledger: title, header of two rows that every page repeats, totals, a line to sign on."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet(_SHEET)
    form = _forms(book)
    last = len(_COLUMNS) - 1
    mark = "（示例数据）" if settings.demonstration else ""
    sheet.merge_range(0, 0, 0, last, f"{settings.county}{_SHEET}{mark}", form["title"])
    unit = settings.publisher.name or settings.county
    sheet.merge_range(
        1,
        0,
        1,
        last,
        f"填报单位：{unit}　　数据截至：{as_of.year} 年 {as_of.month} 月 {as_of.day} 日",
        form["line"],
    )
    _header(sheet, form["head"])
    row = _FIRST
    sums = dict.fromkeys(_SUMMED, Decimal(0))
    for values, height in entries:
        for at, (column, value) in enumerate(zip(_COLUMNS, values, strict=True)):
            if column.header in sums:
                sums[column.header] += value
            _cell(sheet, row, at, value, form)
        sheet.set_row(row, height)
        row += 1
    sheet.merge_range(row, 0, row, 4, f"合计 {row - _FIRST} 个项目", form["head"])
    for at, column in enumerate(_COLUMNS[5:], 5):
        _cell(sheet, row, at, sums.get(column.header, ""), form)
    sheet.merge_range(row + 1, 0, row + 1, last, _SIGNED, form["line"])
    _paper(sheet, row + 1, last)
    book.close()


def _forms(book: xlsxwriter.Workbook) -> dict[str, Any]:
    cell = {"font_name": _FACE, "font_size": 10, "border": 1, "text_wrap": True, "valign": "vcenter"}
    return {
        "title": book.add_format(
            {"font_name": "黑体", "font_size": 20, "align": "center", "valign": "vcenter"}
        ),
        "line": book.add_format({"font_name": _FACE, "font_size": 11, "valign": "vcenter"}),
        "head": book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#EDEDED"}),
        "text": book.add_format(cell),
        "money": book.add_format({**cell, "num_format": "#,##0.00", "shrink": True, "text_wrap": False}),
        "number": book.add_format({**cell, "align": "center"}),
    }


def _header(sheet: Any, form: Any) -> None:
    at = 0
    while at < len(_COLUMNS):
        column = _COLUMNS[at]
        group = [each for each in _COLUMNS[at:] if each.group == column.group] if column.group else [column]
        if column.group:
            sheet.merge_range(_HEADER, at, _HEADER, at + len(group) - 1, column.group, form)
            for offset, each in enumerate(group):
                sheet.write_string(_HEADER + 1, at + offset, each.header, form)
        else:
            sheet.merge_range(_HEADER, at, _HEADER + 1, at, column.header, form)
        at += len(group)
    for number, column in enumerate(_COLUMNS):
        sheet.set_column(number, number, column.width)
    sheet.set_row(0, 36)
    sheet.set_row(_FIRST - 1, 30)


def _cell(sheet: Any, row: int, at: int, value: Any, form: dict[str, Any]) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(row, at, float(value), form["money"])
    elif isinstance(value, int):
        sheet.write_number(row, at, value, form["number"])
    else:
        sheet.write_string(row, at, value, form["text"])


def _height(values: list[Any]) -> float:
    """The height in points that the row's longest cell needs; no program works it out by itself."""
    lines = 1
    for column, value in zip(_COLUMNS, values, strict=True):
        if isinstance(value, str):
            room = column.width - 1
            lines = max(lines, sum(max(1, ceil(_breadth(each) / room)) for each in value.split("\n")))
    return lines * _LINE + _AIR


def _breadth(text: str) -> int:
    """The breadth of a text in half-width characters."""
    return sum(1 if each.isascii() else 2 for each in text)


def _paper(sheet: Any, last_row: int, last_column: int) -> None:
    sheet.set_paper(_A3)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.repeat_rows(_HEADER, _FIRST - 1)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.freeze_panes(_FIRST, 2)
    sheet.set_footer("&C第 &P 页，共 &N 页")
