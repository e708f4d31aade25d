"""The ledger: what is shown is what is downloaded."""

import csv
import io
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.registers import settled
from tests.search.county import curated


def _download(page: Page) -> list[list[str]]:
    with page.expect_download() as started:
        page.locator("#gs-save").click()
    data = Path(started.value.path()).read_bytes()
    assert started.value.suggested_filename == "联农带农台账.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_whole_register_adds_up(page: Page, address: str, watched: Watched) -> None:
    page.goto(address + "ledger.html?columns=id,amount,households,income,payments")
    settled(page)
    table = _download(page)
    rows, _ = curated()
    assert table[0] == [
        "项目编号",
        "总投入（元）",
        "带动农户（户次）",
        "村集体累计收益（元）",
        "直接付给农户（元）",
    ]
    by_id = {row.id: row for row in rows}
    assert {line[0] for line in table[1:-1]} == set(by_id)
    for line in table[1:-1]:
        row = by_id[line[0]]
        assert Decimal(line[1]) == row.investment
        assert line[2] == ("≤3" if 0 < row.households <= 3 else str(row.households))
        assert Decimal(line[3]) == row.income
        assert Decimal(line[4]) == row.payments
    assert table[-1][0] == "合计"
    assert Decimal(table[-1][1]) == sum(row.investment for row in rows)
    assert Decimal(table[-1][4]) == sum(row.payments for row in rows)
    assert watched.console == []


def test_what_is_shown_is_what_is_downloaded(page: Page, address: str) -> None:
    page.goto(address + "ledger.html?q=冷藏&stage=operating")
    settled(page)
    page.locator("#gs-table [data-field=amount]").click()
    expect(page.locator("#gs-table th[aria-sort=descending]")).to_contain_text("总投入")
    shown = [line.split("\t") for line in page.locator("#gs-table tbody tr").all_inner_texts()]
    names = [cells[0].strip() for cells in shown]
    table = _download(page)
    assert table[0] == [
        each.strip(" ▼▲") for each in page.locator("#gs-table th[scope=col]").all_inner_texts()
    ]
    assert [line[0] for line in table[1:-1]] == names
    amounts = [Decimal(line[table[0].index("总投入（元）")]) for line in table[1:-1]]
    assert amounts == sorted(amounts, reverse=True)
    page.reload()
    settled(page)
    assert page.locator("#gs-table tbody tr").count() == len(names)
    expect(page.locator("#gs-table th[aria-sort=descending]")).to_contain_text("总投入")


def test_columns_are_chosen_and_kept_in_the_address(page: Page, address: str) -> None:
    page.goto(address + "ledger.html")
    settled(page)
    page.get_by_text("选要看的栏目").click()
    page.locator("#gs-columns input[value=scope]").check()
    page.locator("#gs-columns input[value=stage]").uncheck()
    page.reload()
    settled(page)
    heads = page.locator("#gs-table th[scope=col]").all_inner_texts()
    assert "建设任务" in heads
    assert "项目阶段" not in heads
    expect(page.get_by_role("status")).to_contain_text("一共 127 个项目")
    page.get_by_role("link", name="下一页").click()
    expect(page.get_by_role("status")).to_contain_text("第 2 页")


def test_no_formula_reaches_a_spreadsheet(page: Page, address: str) -> None:
    page.goto(address + "ledger.html")
    settled(page)
    made = page.evaluate("gongshi.csv([['=1+1', '@x', '-5', '-a', '甲,\"乙\"', '甲\\n乙']])")
    assert made == '\ufeff\'=1+1,\'@x,-5,\'-a,"甲,""乙""","甲\n乙"\r\n'


def test_a_table_that_is_wider_than_the_screen_says_so(page: Page, address: str) -> None:
    page.goto(address + "ledger.html")
    settled(page)
    expect(page.locator("#gs-wide")).to_be_visible()
    page.goto(address + "ledger.html?columns=year,village")
    settled(page)
    expect(page.locator("#gs-wide")).to_be_hidden()
