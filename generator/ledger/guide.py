"""What the workbook tells the clerk: the guide sheet, the notes on headers, the example rows."""

from typing import Any

import xlsxwriter

from generator.exports.column import Column
from generator.ledger.layout import EXAMPLE, GUIDE, Layout, layouts
from generator.ledger.samples import PROJECT_ID, sample
from generator.records.reference import Reference

_TEXT = (
    ("怎样填这本台账", True),
    ("一、先在“项目”表里填，一个项目一行。项目编号定了就不改，例如 SL-2023-0042。", False),
    ("二、其余各表都靠“项目编号”和项目连起来。一个项目有几笔钱、几项资产，就写几行。", False),
    ("三、联农带农机制一种一张表，只填用得上的那几张。一个项目至少要有一种。", False),
    ("四、“分配用途”和“直接付给农户”要写年度，先在“收益分配”表里写上那一年。", False),
    ("五、深黄色表头的必须填，或者协议里必须写明；把鼠标停在表头上，有说明。", False),
    ("六、金额的单位都是元。日期写成 2023-03-01。有下拉的从下拉里选。", False),
    ("七、一个格子里要写几条的，用分号（；）隔开。", False),
    ("八、第一格以“示例”开头的行只是样子，导入时跳过，可以留着，也可以删掉。", False),
    ("九、不要写身份证号、手机号、银行账号，也不要写农户姓名。", False),
    ("十、填好后运行：gongshi ledger import 文件名。哪里不对，会说出哪张表、哪一格、怎么改。", False),
    ("", False),
    ("各表写什么", True),
)
_ABOUT = {
    "projects": "一个项目一行。",
    "funding": "一个来源、一个文号一行。",
    "assets": "一项资产一行。",
    "linkages": "用这种方式带动农户的项目，一个一行。",
    "agreements": "一份协议一行；续签的接着写。",
    "disclosures": "一次张贴一行。",
    "distributions": "一个项目一年一行。",
    "uses": "一年收益的一项用途一行。",
    "payments": "经营主体一年里按一种方式直接付给农户的钱，一行。",
    "inspections": "一次检查一行。",
    "changes": "带动对象增减一次一行，只写户数。",
}


def write(book: xlsxwriter.Workbook, reference: Reference) -> None:
    """Write the guide sheet."""
    sheet = book.add_worksheet(GUIDE)
    wrapped = {"text_wrap": True, "valign": "top", "font_name": "等线", "font_size": 11}
    plain, bold = book.add_format(wrapped), book.add_format({**wrapped, "bold": True, "font_size": 14})
    sheet.set_column(0, 0, 100)
    row = 0
    for text, heading in _TEXT:
        sheet.write_string(row, 0, text, bold if heading else plain)
        row += 1
    for layout in layouts(reference.vocabularies):
        sheet.write_string(row, 0, f"{layout.title}：{_ABOUT[layout.table]}", plain)
        row += 1


def note(column: Column, reference: Reference) -> str:
    """The note on a header: what to write, and which words there are."""
    parts = [column.help]
    if column.unit:
        parts.append(f"单位：{column.unit}。")
    if column.term:
        parts.append("协议里必须写明。")
    elif column.required:
        parts.append("必须填。")
    if column.kind in ("words", "lines", "chain"):
        parts.append("可以写几条，用分号（；）隔开。")
    if column.kind == "chain":
        parts.append("每条写成“角色：名称”。")
    if column.kind in ("words", "chain"):
        terms = reference.vocabularies[column.vocabulary or ""]
        parts.append(f"可以写：{'、'.join(term.label for term in terms)}。")
    return "".join(parts)


def example(layout: Layout, reference: Reference) -> list[Any]:
    """A row that shows how a sheet is filled in; its first cell says that it is an example.

    None stands for a cell that stays blank.
    """
    values = [_value(layout, column, reference) for column in layout.all]
    return [f"{EXAMPLE} {PROJECT_ID}", *values[1:]]


def _value(layout: Layout, column: Column, reference: Reference) -> Any:
    found, value = sample(layout.mechanism or layout.table, ".".join(map(str, column.path)))
    if column.kind in ("word", "words", "chain"):
        return None if found and value is None else _word(column, str(value or ""), reference)
    if column.kind == "place":
        places = reference.places
        first = next((each for each in places if each.level == "village"), None)
        return f"{first.code} {places.full_name(first.code)}" if first else "990101101201"
    if found:
        return value
    if column.kind == "flag":
        return "是"
    return _of_help(column)


def _word(column: Column, sampled: str, reference: Reference) -> str:
    """The label of a word; a county may have taken the sampled one out of its vocabulary."""
    terms = list(reference.vocabularies[column.vocabulary or ""])
    code, _, name = sampled.partition("：")
    lasting = next((term for term in terms if term.last is None), terms[0])
    term = next((term for term in terms if term.code == code), lasting)
    return f"{term.label}：{name or '名称'}" if column.kind == "chain" else term.label


def _of_help(column: Column) -> str:
    """The example that the help of a column names."""
    _, found, words = column.help.partition("例如")
    return words.lstrip("：").split("。")[0].split("；")[0].strip() if found else f"（{column.zh}）"
