"""Forty faults planted in a workbook come back as forty findings, each at its cell as Excel names it."""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.ledger import workbook as ours
from generator.ledger.draft import draft_of
from generator.ledger.emit import emit
from generator.ledger.layout import FINDINGS
from generator.reading.record import read
from generator.records.project import Project
from generator.records.reference import Reference
from tests.county import copy_county
from tests.ledger.run import run
from tests.ledger.understood import understand


class Fault(NamedTuple):
    """What is written where, and the code that it must give."""

    sheet: str
    header: str
    value: Any
    code: str


FAULTS = (
    Fault("项目", "项目年度", "二〇二三", "S"),
    Fault("项目", "实施地点", "990101199999 没有这个村", "R003"),
    Fault("项目", "项目类型", "生产型", "S"),
    Fault("项目", "产业", "航天", "S"),
    Fault("项目", "项目阶段", "干了一半", "S"),
    Fault("项目", "建设任务", None, "S"),
    Fault("项目", "实施期限：起", "2023-02-30", "S"),
    Fault("项目", "实施期限：止", "年底", "S"),
    Fault("项目", "实施单位", None, "S"),
    Fault("项目", "责任人", None, "S"),
    Fault("项目", "经营主体类型", "个体", "S"),
    Fault("项目", "统一社会信用代码", "93990101MA0000001X", "O007"),
    Fault("项目", "监督单位", None, "S"),
    Fault("项目", "监督电话", "13912345678", "P002"),
    Fault("项目", "实际支出（元）", "若干", "S"),
    Fault("资金", "资金来源", "财政", "S"),
    Fault("资金", "资金文号", None, "F004"),
    Fault("资金", "金额（元）", "一百二十万", "S"),
    Fault("资金", "资金文号", "示财农[2023]12号", "F005"),
    Fault("资金", "下达日期", "去年", "S"),
    Fault("资产", "资产名称", None, "S"),
    Fault("资产", "资产类别", "别的", "S"),
    Fault("资产", "资产原值（元）", "12,00元", "S"),
    Fault("资产", "产权人", None, "S"),
    Fault("资产", "纳入资产收益", "大概", "S"),
    Fault("资产", "资产状况", "坏了", "S"),
    Fault("合作协议", "签订日期", "2024/13/01", "S"),
    Fault("合作协议", "合作期限：起", "开春", "S"),
    Fault("公示公告", "阶段", "中间", "S"),
    Fault("公示公告", "公示开始", "三月", "S"),
    Fault("公示公告", "公示地点", "村；微信群", "S"),
    Fault("机制-务工就业", "带动农户（户）", "十几", "S"),
    Fault("机制-务工就业", "岗位数（个）", None, "M002"),
    Fault("机制-务工就业", "工资标准（元）", "面议", "S"),
    Fault("收益分配", "年度", "去年", "S"),
    Fault("收益分配", "当年收益（元）", "不少", "S"),
    Fault("监督检查", "检查日期", "上周", "S"),
    Fault("监督检查", "检查结果", "马马虎虎", "S"),
    Fault("对象变动", "新增户数（户）", "几户", "S"),
    Fault("分配用途", "用途", "吃饭", "S"),
)
"""The code S stands for any finding of the reading: the value is none that the field takes."""


def _sheet(book: openpyxl.Workbook, title: str) -> Worksheet:
    found = book[title]
    assert isinstance(found, Worksheet)
    return found


def _clean(projects: list[Project], context: Context) -> list[Project]:
    """Records in which nothing at all is found."""
    found = []
    for project in projects:
        reading = read(emit(draft_of(project)).encode(), f"{project.id}.yaml", context.reference)
        if not examine(reading, context):
            found.append(project)
    return found


@pytest.fixture(scope="module")
def planted(
    projects: list[Project], context: Context, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[tuple[str, str], str]]:
    """The workbook of clean records with one fault in each of forty, and what must be found where."""
    path = tmp_path_factory.mktemp("faults") / "台账.xlsx"
    ours.write(path, _clean(projects, context), context.reference)
    book = openpyxl.load_workbook(path)
    taken: set[str] = set()
    expected = {}
    for fault in FAULTS:
        sheet = _sheet(book, fault.sheet)
        column = next(cell.column for cell in sheet[1] if cell.value == fault.header)
        row = next(
            at
            for at in range(2, sheet.max_row + 1)
            if sheet.cell(at, 1).value not in taken and sheet.cell(at, column).value is not None
        )
        taken.add(str(sheet.cell(row, 1).value))
        cell = sheet.cell(row, column)
        cell.value = fault.value
        expected[fault.sheet, cell.coordinate] = fault.code
    book.save(path)
    assert len(expected) == len(FAULTS) == 40
    return path, expected


def _matches(code: str, wanted: str) -> bool:
    return code == wanted or (wanted == "S" and code[0] in "SY")


def test_forty_faults(planted: tuple[Path, dict[tuple[str, str], str]], context: Context) -> None:
    path, expected = planted
    imported = understand(path, context)
    found = {(cell.sheet, cell.address): finding.code for cell, finding in imported.findings}
    assert found.keys() == expected.keys()
    assert len(imported.findings) == 40
    for where, code in found.items():
        assert _matches(code, expected[where]), (where, code, expected[where])


def test_the_command_tells_them_and_writes_nothing(
    planted: tuple[Path, dict[tuple[str, str], str]], tmp_path: Path
) -> None:
    path, expected = planted
    root = copy_county(tmp_path / "county")
    for each in (root / "data" / "projects").rglob("*.yaml"):
        each.unlink()
    marked = tmp_path / "marked.xlsx"
    done = run(
        "ledger", "import", str(path), "--root", str(root), "--marked", str(marked), "--format", "json"
    )
    assert done.code == 1
    told = json.loads(done.out)
    assert {(each["sheet"], each["cell"]) for each in told["findings"]} == expected.keys()
    assert "13912345678" not in done.out
    assert not list((root / "data" / "projects").rglob("*.yaml"))
    _check_marks(marked, expected)


def _check_marks(marked: Path, expected: dict[tuple[str, str], str]) -> None:
    book = openpyxl.load_workbook(marked)
    for title, address in expected:
        sheet = _sheet(book, title)
        cell = sheet[address]
        assert cell.fill.fill_type == "solid", (title, address)
        assert cell.comment, (title, address)
        column = next(each.column for each in sheet[1] if each.value == FINDINGS)
        assert address in str(sheet.cell(cell.row, column).value)


def test_the_marked_copy_can_be_mended_and_imported(
    planted: tuple[Path, dict[tuple[str, str], str]], context: Context, tmp_path: Path, reference: Reference
) -> None:
    path, expected = planted
    from generator.ledger import marking

    imported = understand(path, context)
    copy = tmp_path / "copy.xlsx"
    marking.mark(path, imported.grids, imported.findings, copy, imported.header_rows)
    again = understand(copy, context)
    assert {(cell.sheet, cell.address) for cell, _ in again.findings} == expected.keys()
    assert again.named == imported.named
    marking.mark(copy, again.grids, again.findings, tmp_path / "second.xlsx", again.header_rows)
    headers = [cell.value for cell in _sheet(openpyxl.load_workbook(tmp_path / "second.xlsx"), "资金")[1]]
    assert headers.count(FINDINGS) == 1


def test_good_records_may_be_taken_without_the_bad(
    planted: tuple[Path, dict[tuple[str, str], str]], tmp_path: Path
) -> None:
    path, _ = planted
    root = copy_county(tmp_path / "county")
    for each in (root / "data" / "projects").rglob("*.yaml"):
        each.unlink()
    done = run("ledger", "import", str(path), "--root", str(root), "--on-reject", "exclude")
    assert done.code == 1
    assert "写了" in done.out
    written = len(list((root / "data" / "projects").rglob("*.yaml")))
    assert written > 10
    shutil.rmtree(root / "site_src" / "cases")
    assert run("check", "--root", str(root)).code == 0


def test_one_thing_wrong_with_many_rows_is_told_once(
    projects: list[Project], context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    ours.write(path, _clean(projects, context), context.reference)
    book = openpyxl.load_workbook(path)
    sheet = _sheet(book, "资金")
    rows = range(2, 10)
    for row in rows:
        sheet.cell(row, 1).value = "SL-2024-9999"
    book.save(path)
    root = copy_county(tmp_path / "county")
    done = run("ledger", "import", str(path), "--root", str(root), "--dry-run")
    assert done.code == 1
    assert done.out.count("没有 SL-2024-9999 这个项目") == 1
    assert "A2、A3、A4、A5、A6、A7 等 8 格" in done.out
    assert len([each for _, each in understand(path, context).findings if each.code == "L003"]) == len(rows)


def test_the_official_ledger_is_not_read_back(tmp_path: Path) -> None:
    root = copy_county(tmp_path / "county")
    path = tmp_path / "official.xlsx"
    assert run("ledger", "export", "--official", "--root", str(root), "--out", str(path)).code == 0
    done = run("ledger", "import", str(path), "--root", str(root))
    assert done.code == 2
    assert "不能导回来" in done.err
    assert done.out == ""
