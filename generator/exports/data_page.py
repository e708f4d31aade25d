"""What the data page shows: every table and column from the models, every file with its checksum."""

from collections.abc import Callable, Iterable, Iterator

from markupsafe import escape

from generator.exports.column import Column
from generator.exports.given import all_tables, columns_in
from generator.exports.published import FOLDER, File, Published, folder_of
from generator.exports.tables import Table
from generator.exports.writing import WORKBOOK
from generator.pages.address import township_feed
from generator.pages.overview import Overview

_KINDS = {
    "money": "金额",
    "quantity": "数",
    "count": "整数",
    "year": "年份",
    "day": "日期",
    "flag": "是或否",
    "place": "区划代码",
    "word": "词表里的词",
    "words": "词表里的词，可以几个",
    "lines": "文字，可以几条",
    "chain": "角色：名称，可以几条",
    "text": "文字",
}


_MAIN = (
    (WORKBOOK, "全部表，用 Excel 或 WPS 打开"),
    ("records.jsonl", "一行一个项目的完整记录"),
    ("feed.xml", "新公示的订阅（Atom）"),
    ("datapackage.json", "每张表的列、格式和表之间的关系（Data Package）"),
    ("catalog.jsonld", "给数据门户读的目录（DCAT）"),
    ("project.schema.json", "一份记录的格式（JSON Schema）"),
    ("SHA256SUMS", "全部文件的校验码"),
)
"""The files that come first, each with what it is."""


def slots(published: Published) -> dict[str, Callable[[Overview, str], str]]:
    """The slots of the data page, filled from the files that were published."""

    def of_files(overview: Overview, up: str) -> str:
        return "".join(_files(published, overview, up))

    def of_tables(overview: Overview, up: str) -> str:
        return "".join(_tables(published, up))

    def of_townships(overview: Overview, up: str) -> str:
        return "".join(_townships(published, overview, up))

    return {"data-files": of_files, "data-tables": of_tables, "data-townships": of_townships}


def _files(published: Published, overview: Overview, up: str) -> Iterator[str]:
    """Date, licence, and the files of the whole register with size and checksum."""
    site = overview.site
    licence = site.settings.licence
    told = "发布单位还没有写明。要转用，请先联系他们。"
    if licence:
        named = escape(licence.title)
        told = f'<a href="{escape(licence.url)}">{named}</a>' if licence.url else str(named)
    yield '<dl class="gs-facts">\n'
    until = f"{site.as_of.year} 年 {site.as_of.month} 月 {site.as_of.day} 日"
    yield f"<div><dt>数据截至</dt><dd>{until}</dd></div>\n"
    yield f"<div><dt>项目</dt><dd>{len(overview.rows):,} 个</dd></div>\n"
    yield f"<div><dt>使用许可</dt><dd>{told}</dd></div>\n</dl>\n"
    files = {file.name: file for file in published.under(FOLDER)}
    yield "<ul>\n"
    for name, what in _MAIN:
        yield f"<li>{_link(files[name], up)}：{what}，{_size(files[name].size)}</li>\n"
    yield "</ul>\n<details><summary>全部文件的大小和校验码（SHA-256）</summary>\n"
    rows = ([_link(file, up), _size(file.size), f"<code>{file.sha256}</code>"] for file in files.values())
    yield _table(("文件", "大小", "校验码"), rows)
    yield "</details>\n"


def _tables(published: Published, up: str) -> Iterator[str]:
    files = {(file.table, file.form): file for file in published.under(FOLDER) if file.table}
    for table in all_tables():
        csv, lines = files[table.name, "csv"], files[table.name, "jsonl"]
        yield f'<h3 id="{table.name}">{table.zh}</h3>\n'
        yield f"<p>{table.about}共 {csv.rows:,} 行。{_link(csv, up)}　{_link(lines, up)}</p>\n"
        yield f"<details><summary>{len(columns_in(table))} 列的说明</summary>\n{_columns(table)}</details>\n"


def _columns(table: Table) -> str:
    rows = (
        [escape(each.header), f"<code>{each.name}</code>", _KINDS[each.kind], escape(_help(each))]
        for each in columns_in(table)
    )
    return _table(("列", "JSON 里的名字", "写什么", "说明"), rows)


def _help(column: Column) -> str:
    return column.help


def _townships(published: Published, overview: Overview, up: str) -> Iterator[str]:
    rows = []
    folders, tables = published.folders(), [(f"{table.name}.csv", table.zh) for table in all_tables()]
    for place in overview.site.reference.places.at("township"):
        folder = folder_of(place)
        files = {file.name: file for file in folders[folder]}
        csv = "　".join(_link(files[name], up, zh) for name, zh in tables if name in files)
        book = _link(files[WORKBOOK], up, "Excel")
        rows.append([escape(place.name), book, f'<a href="{up}{township_feed(place)}">订阅</a>', csv])
    yield _table(("乡镇", "全部表", "新公示", "单张表（CSV）"), rows)


def _link(file: File, up: str, text: str = "") -> str:
    return f'<a href="{up}{file.address}" download>{text or file.name}</a>'


def _size(size: int) -> str:
    return f"{size:,} 字节" if size < 1024 else f"{-(-size // 1024):,} KB"


def _table(headers: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = "".join(f'<th scope="col">{header}</th>' for header in headers)
    body = "\n".join(
        "<tr>"
        + "".join(f'<td data-label="{name}">{cell}</td>' for name, cell in zip(headers, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f'<table class="gs-table"><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>\n'
