"""Ledgers of ten shapes that others drew up: every cell accounted for, amounts to the fen."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks.rule import Context
from generator.ledger.foreign import mapping as mappings
from generator.ledger.grid import read as read_grids
from generator.ledger.own import cells_of
from generator.ledger.reading import Imported
from generator.records.reference import Reference
from tests.county import copy_county, digest
from tests.ledger.run import run
from tests.ledger.understood import understand

SHAPES = sorted((Path(__file__).parent / "shapes").iterdir())
LIUWAN, DONGHE = "990101101201", "990101101202"

AMOUNTS = {
    "1": ["1200000", "1665000"],
    "2": ["1200000", "205000", "95000", "888000"],
    "3": ["1234567.89", "560000.5"],
    "4": ["3000000", "1452500"],
    "5": ["1200000", "350000.55"],
    "6": ["1200000", "350000.55"],
    "7": ["963000", "450000"],
    "8": [],
    "9": ["600000", "500000", "800000"],
}
"""The amounts of funding in yuan, in the order of the ledger, as one reads them off the sheet."""


def _shape(number: str) -> Path:
    return next(path for path in SHAPES if path.name.startswith(f"{number}-"))


def _read(number: str, context: Context) -> Imported:
    return understand(_shape(number), context)


def _drafts(number: str, context: Context) -> list[dict[str, Any]]:
    return list(_read(number, context).ledger.drafts.values())


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.name)
def test_every_cell_is_accounted_for(path: Path, context: Context) -> None:
    imported = understand(path, context)
    read, headers = set(imported.ledger.sources), imported.ledger.headers
    named = {cell for cell, _ in imported.named}
    there = {cell for cell, _ in cells_of(imported.grids)}
    assert there <= read | headers | named
    assert not read & headers
    assert imported.ledger.drafts


@pytest.mark.parametrize("number", AMOUNTS)
def test_amounts(number: str, context: Context) -> None:
    found = [fund["amount"] for draft in _drafts(number, context) for fund in draft.get("funding", ())]
    assert found == list(map(Decimal, AMOUNTS[number]))


def test_plan(context: Context) -> None:
    first, second = _drafts("1", context)
    assert first["place"] == LIUWAN
    assert first["period"] == second["period"] == {"start": date(2023, 3, 1), "end": date(2023, 11, 30)}
    assert first["linkages"][0]["mechanism"] == "employment"
    assert first["linkages"][0]["beneficiaries"] == {"households": 18}
    assert second["linkages"][0]["mechanism"] == "guaranteed_dividend"
    assert first["year"] == 2023


def test_two_rows_of_headers_and_merged_cells(context: Context) -> None:
    first, second = _drafts("2", context)
    assert [fund["source"] for fund in first["funding"]] == [
        "central_bridging",
        "provincial_bridging",
        "county_bridging",
    ]
    assert second["place"] == DONGHE
    assert {each["mechanism"] for each in first["linkages"]} == {"employment", "land_transfer"}
    assert first["implementer"] == {"name": "东河镇人民政府", "responsible": "分管副镇长"}


def test_name_and_number_in_one_cell(context: Context) -> None:
    imported = _read("3", context)
    assert list(imported.ledger.drafts) == ["SL-2022-0777", "XM-2022-0778"]
    first, second = imported.ledger.drafts.values()
    assert (first["name"], second["name"]) == ("养殖小区项目", "农机合作社项目")
    assert any("5400001156789012" in why for _, why in imported.named)
    assert first["period"] == {"start": date(2022, 5, 1), "end": date(2022, 10, 31)}
    assert second["period"] == {"start": date(2022, 1, 1), "end": date(2022, 12, 31)}


def test_income(context: Context) -> None:
    assert [draft["distributions"][0]["income"] for draft in _drafts("4", context)] == [180000, 87150]


@pytest.mark.parametrize("number", ["5", "6"])
def test_text_files_of_both_encodings(number: str, context: Context) -> None:
    first, second = _drafts(number, context)
    assert first["year"] == second["year"] == 2023
    assert first["name"] == "柳湾村林果加工项目"
    assert first["period"]["start"] == date(2023, 3, 1)


def test_old_excel_with_headings_and_subtotals(context: Context) -> None:
    imported = _read("7", context)
    assert len(imported.ledger.drafts) == 2
    why = {cell.address: told for cell, told in imported.named}
    assert "小标题" in why["A3"]
    assert "合计行" in why["E6"]


def test_assets(context: Context) -> None:
    values = [draft["assets"][0]["value"] for draft in _drafts("8", context)]
    assert values == [Decimal(1260000), Decimal("240000.25")]


def test_a_sum_that_does_not_add_up(context: Context) -> None:
    imported = _read("9", context)
    found = {(cell.sheet, cell.address): finding.code for cell, finding in imported.findings}
    assert found["Sheet1", "C3"] == "L006"
    assert found["通讯录", "A1"] == "L009"


def test_a_unit_is_not_guessed(context: Context, reference: Reference) -> None:
    imported = _read("10", context)
    assert ("C1", "L007") in {(cell.address, finding.code) for cell, finding in imported.findings}
    assert imported.mapping
    text = mappings.dump(imported.mapping, reference)
    told = text.replace("C: {field: 'investment'}", "C: {field: 'investment', unit: 万元}")
    assert told != text


def test_the_mapping_is_kept_and_can_be_changed(tmp_path: Path, context: Context) -> None:
    root = copy_county(tmp_path / "county")
    before = digest(root / "data")
    ledger = tmp_path / "台账.xlsx"
    ledger.write_bytes(_shape("10").read_bytes())
    done = run("ledger", "import", str(ledger), "--root", str(root))
    assert done.code == 1
    assert digest(root / "data") == before
    kept = tmp_path / "台账.xlsx.mapping.yaml"
    told = yaml.safe_load(kept.read_text("utf-8"))
    told["sheets"][0]["columns"]["C"]["unit"] = "万元"
    told["sheets"][0]["year"] = 2023
    told["prefix"] = "SL"
    told["defaults"] = {
        "kind": "public_welfare",
        "industry": "storage",
        "stage": "proposed",
        "fund": "central_bridging",
        "period": {"start": date(2023, 3, 1), "end": date(2023, 11, 30)},
        "implementer": {"name": "东河镇人民政府", "responsible": "分管副镇长"},
        "supervision": {"department": "示例县农业农村局", "hotlines": ["12317"]},
        "expected": {"households": 20},
    }
    kept.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    done = run("ledger", "import", str(ledger), "--root", str(root), "--dry-run", "--format", "json")
    assert '"L007"' not in done.out
    imported = understand(ledger, context, mappings.load(kept, read_grids(ledger), context.reference))
    (judged,) = imported.judged
    (draft,) = imported.ledger.drafts.values()
    assert draft["funding"] == [{"source": "central_bridging", "amount": Decimal(350000)}]
    assert judged.project, [finding.message.zh for _, finding in judged.findings]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"sheets": [{"title": "没有", "header": [1], "columns": {"A": "name"}}]}, "没有"),
        ({"sheets": [{"title": "Sheet1", "header": [1], "columns": {"A": "nome"}}]}, "nome"),
        ({"sheets": [{"title": "Sheet1", "header": [1], "columns": {"A": "fund:x"}}]}, "fund:x"),
        ({"sheets": [{"title": "Sheet1", "header": [1], "columns": {"1": "name"}}]}, "字母"),
        (
            {
                "sheets": [
                    {"title": "Sheet1", "header": [1], "columns": {"A": {"field": "name", "unit": "角"}}}
                ]
            },
            "单位",
        ),
        ({}, "sheets"),
        ("只是一句话", "写得不对"),
    ],
)
def test_a_wrong_mapping_is_told(change: Any, says: str, tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(yaml.safe_dump(change, allow_unicode=True), "utf-8")
    done = run(
        "ledger",
        "import",
        str(_shape("10")),
        "--root",
        str(copy_county(tmp_path / "c")),
        "--mapping",
        str(path),
    )
    assert done.code == 2
    assert says in done.err


def test_what_was_read_comes_in_our_own_workbook(tmp_path: Path, context: Context) -> None:
    root = copy_county(tmp_path / "county")
    ledger, mend = tmp_path / "台账.xlsx", tmp_path / "补.xlsx"
    ledger.write_bytes(_shape("2").read_bytes())
    told = tmp_path / "report.txt"
    options = ("--to-mend", str(mend), "--report", str(told), "--marked", str(tmp_path / "marked.xlsx"))
    assert run("ledger", "import", str(ledger), "--root", str(root), *options).code == 1
    again = understand(mend, context)
    first = next(iter(again.ledger.drafts.values()))
    assert [fund["amount"] for fund in first["funding"]] == [1200000, 205000, 95000]
    assert not again.named
    assert "“备注”不读进记录：重点项目" in told.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b"no workbook"), ("a.xls", b""), ("a.pdf", b"%PDF"), ("a.ods", b"PK\x03\x04")],
)
def test_a_file_that_is_no_table(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("ledger", "import", str(tmp_path / name), "--root", str(copy_county(tmp_path / "c")))
    assert done.code == 2
    assert "另存成 .xlsx" in done.err
