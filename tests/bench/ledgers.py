"""Ledgers: our own workbook of a generated county, and a foreign one of 10,000 rows, out and in."""

import json
import sys
from pathlib import Path

import xlsxwriter

from tests.bench.measure import Measured, run

ROWS = 10_000
_GONGSHI = [sys.executable, "-m", "generator"]


def ledgers(root: Path, records: int = ROWS) -> dict[str, Measured]:
    """What the export and the import of a county take, and the import of a foreign ledger."""
    run([*_GONGSHI, "demo", "--records", str(records), str(root)])
    book = root / "ledger.xlsx"
    exported = run([*_GONGSHI, "ledger", "export", "--root", str(root), "--out", str(book)])
    imported = run([*_GONGSHI, "ledger", "import", str(book), "--root", str(root)])
    foreign = root / "foreign.xlsx"
    _foreign(foreign, json.loads(_village(root)))
    told = run(
        [*_SHELL, f"{sys.executable} -m generator ledger import {foreign} --root {root} --dry-run || true"]
    )
    return {"ledger out": exported, "ledger in": imported, "foreign in": told}


_SHELL = ["sh", "-c"]
"""A foreign ledger lacks things, so its import ends with 1; that is no failure of the bench."""


def _village(root: Path) -> str:
    rows = (root / "data" / "places.csv").read_text("utf-8").splitlines()
    name = next(row.split(",")[1] for row in rows[1:] if not row.split(",")[0].endswith("000"))
    return json.dumps(name)


def _foreign(path: Path, village: str) -> None:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("项目表")
    headers = ("项目名称", "实施地点", "建设内容", "总投资（万元）", "实施期限", "责任单位", "联农带农机制")
    sheet.write_row(0, 0, headers)
    for row in range(1, ROWS + 1):
        ways = "务工就业，带动 20 户"
        cells = (f"{village}项目{row}", village, "建大棚", 12.5, "2023年3月-11月", "镇政府", ways)
        sheet.write_row(row, 0, cells)
    book.close()
