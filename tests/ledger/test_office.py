"""LibreOffice opens every workbook of ours, and sees in it what we wrote."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from generator.checks.rule import Context
from generator.exports import sheets
from generator.exports.archive import deflated
from generator.exports.cells import as_bytes
from generator.exports.given import columns_in
from generator.exports.rows import Rows
from generator.exports.tables import tables
from generator.ledger import official
from generator.ledger import workbook as ours
from generator.ledger.layout import layouts
from generator.records.project import Project
from generator.records.reference import Reference
from generator.settings import Settings
from tests.ledger.provide import office
from tests.ledger.understood import understand

A3_LANDSCAPE = (1190.55, 841.89)


def _convert(source: Path, form: str, folder: Path) -> Path:
    """What LibreOffice makes of a file, opened without a window and without asking anybody."""
    command = office()
    assert command, "run tests/ledger/provide.py first, as make test does"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    done = subprocess.run(
        [command, profile, "--headless", "--convert-to", form, "--outdir", str(folder / "out"), str(source)],
        capture_output=True,
        timeout=240,
        check=False,
    )
    made = folder / "out" / f"{source.stem}.{form}"
    assert made.exists(), done.stderr.decode()
    return made


def _cells(path: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(path)
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        found[name] = [
            [cell for cell in row if cell != ""] for row in rows if any(cell != "" for cell in row)
        ]
    return found


def test_the_whole_register(
    workbook: Path, tmp_path: Path, context: Context, projects: list[Project]
) -> None:
    made = _convert(workbook, "ods", tmp_path)
    assert _cells(made) == _cells(workbook)
    assert [each.project for each in understand(made, context).judged] == projects


def test_the_template(tmp_path: Path, reference: Reference, context: Context) -> None:
    path = tmp_path / "模板.xlsx"
    ours.write(path, [], reference, example=True)
    made = _convert(path, "xlsx", tmp_path)
    found = _cells(made)
    for layout in layouts(reference.vocabularies):
        assert found[layout.title][0] == [column.header for column in layout.all]
        assert str(found[layout.title][1][0]).startswith("示例")
    again = understand(made, context)
    assert not again.ledger.drafts
    assert not again.findings


def test_the_open_data(tmp_path: Path, reference: Reference, projects: list[Project]) -> None:
    rows, _ = Rows(reference).of(projects)
    path = tmp_path / "register.xlsx"
    made = []
    for table in tables().values():
        columns = columns_in(table)
        sheet = sheets.Sheet(table.zh, [each.header for each in columns], [12] * len(columns))
        taken = rows[table.name]
        xml = as_bytes("".join(taken.xml))
        sheet.put(sum(taken.counts), xml, deflated(xml))
        made.append(sheet)
    path.write_bytes(b"".join(sheets.workbook(made)))
    assert _cells(_convert(path, "ods", tmp_path)) == _cells(path)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, projects: list[Project], reference: Reference) -> Path:
    path = tmp_path_factory.mktemp("official") / "official.xlsx"
    settings = Settings(county="示例县", demonstration=True)
    entries = [official.entry(project, reference) for project in projects]
    official.write(path, entries, settings, date(2025, 11, 20))
    return path


def test_the_official_ledger_prints_on_a3(ledger: Path, tmp_path: Path, projects: list[Project]) -> None:
    pages = pypdf.PdfReader(_convert(ledger, "pdf", tmp_path)).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert size == pytest.approx(A3_LANDSCAPE, abs=2)
        text = page.extract_text()
        assert "联农带农机制" in text, f"page {number} does not repeat the header"
    first, last = pages[0].extract_text(), pages[-1].extract_text()
    assert "示例数据" in first
    assert f"合计 {len(projects)} 个项目" in last


def test_the_official_ledger_adds_up(ledger: Path, projects: list[Project]) -> None:
    rows = CalamineWorkbook.from_path(ledger).get_sheet_by_index(0).to_python()
    total = next(row for row in rows if str(row[0]).startswith("合计"))
    assert total[5] == float(sum(project.investment for project in projects))
    assert total[15] == float(sum(project.income for project in projects))
