from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from generator.exports import sheets
from generator.exports.archive import deflated
from generator.exports.given import all_tables, columns_in
from tests.exports.test_open_data import rows_of


def test_the_workbook_has_every_table_whole(data: Path) -> None:
    workbook = CalamineWorkbook.from_path(data / "register.xlsx")
    assert workbook.sheet_names == [table.zh for table in all_tables()]
    for table in all_tables():
        read = workbook.get_sheet_by_name(table.zh).to_python()
        rows = rows_of(data, table.name)
        assert read[0] == [column.header for column in columns_in(table)]
        assert len(read) == len(rows) + 1
        for column, header in enumerate(read[0]):
            for cells, row in zip(read[1:], rows, strict=True):
                told = row[str(header)]
                assert str(cells[column]).removesuffix(".0") == told.removesuffix(".00").rstrip("\r") or (
                    float(str(cells[column])) == float(told)
                )


def test_a_full_sheet_goes_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "ROWS_LIMIT", 5)
    one, other = sheets.Sheet("甲", ["数"], [9]), sheets.Sheet("乙", ["数"], [9])
    rows = b"<row><c><v>1</v></c></row>" * 2
    for _ in range(6):
        one.put(2, rows, deflated(rows))
    (tmp_path / "a.xlsx").write_bytes(b"".join(sheets.workbook([one, other])))
    workbook = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    assert workbook.sheet_names == ["甲", "甲2", "甲3", "乙"]
    assert [len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names] == [
        5,
        5,
        5,
        1,
    ]
