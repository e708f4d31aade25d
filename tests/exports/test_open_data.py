import csv
import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import pytest

from generator.exports.given import all_tables, columns_in
from generator.exports.parts import FOLDER
from generator.records.project import Project
from generator.records.reference import Reference

TABLES = [table.name for table in all_tables()]


def rows_of(data: Path, table: str) -> list[dict[str, str]]:
    text = (data / f"{table}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def lines_of(data: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (data / f"{table}.jsonl").read_text("utf-8").splitlines()]


def test_the_package_is_valid(data: Path) -> None:
    report = frictionless.validate(str(data / "datapackage.json"))
    assert report.valid, report.flatten(["name", "fieldName", "type", "note"])
    checked = {task.name for task in report.tasks if task.stats.get("rows")}
    assert checked == set(TABLES)


def test_a_wrong_key_would_be_seen(data: Path, tmp_path: Path) -> None:
    for file in data.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    funding = tmp_path / "funding.csv"
    funding.write_bytes(funding.read_bytes().replace(b"SL-2019-0001,1,", b"SL-1999-0001,1,"))
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert "foreign-key" in {error for (error,) in report.flatten(["type"])}


@pytest.mark.parametrize("table", TABLES)
def test_csv_and_json_lines_tell_the_same(data: Path, table: str) -> None:
    columns = columns_in(next(each for each in all_tables() if each.name == table))
    numbers = [each for each in columns if each.kind in ("money", "quantity", "year", "day")]
    rows, lines = rows_of(data, table), lines_of(data, table)
    assert len(rows) == len(lines) > 0
    assert list(rows[0]) == [column.header for column in columns]
    for row, line in zip(rows, lines, strict=True):
        for column in columns:
            assert (row[column.header] == "") is (column.name not in line)
        for column in numbers:
            if row[column.header]:
                assert Decimal(str(line[column.name]).replace("-", "")) == Decimal(
                    row[column.header].replace("-", "")
                )


def test_nothing_is_lost(data: Path, projects: list[Project]) -> None:
    ordered = sorted(projects, key=lambda each: (each.place[:9], each.id))
    assert [row["项目编号"] for row in rows_of(data, "projects")] == [project.id for project in ordered]
    granted = sum((project.investment for project in projects), Decimal(0))
    assert sum(Decimal(row["金额（元）"]) for row in rows_of(data, "funding")) == granted
    used = sum((year.used for project in projects for year in project.distributions), Decimal(0))
    assert sum(Decimal(row["金额（元）"]) for row in rows_of(data, "uses")) == used
    expected = {
        "assets": sum(len(project.assets) for project in projects),
        "linkages": sum(len(project.linkages) for project in projects),
        "inspections": sum(len(project.inspections) for project in projects),
        "distributions": sum(len(project.distributions) for project in projects),
        "payments": sum(len(each.payments) for project in projects for each in project.distributions),
    }
    assert {table: len(rows_of(data, table)) for table in expected} == expected


@pytest.mark.parametrize("table", ["projects", "funding", "uses", "linkages"])
def test_townships_add_up_to_the_whole(data: Path, table: str) -> None:
    folders = sorted(path for path in (data / "places").iterdir() if path.is_dir())
    parts = [row for folder in folders for row in rows_of(folder, table)]
    whole = rows_of(data, table)
    assert parts == whole


def test_checksums_hold(data: Path) -> None:
    sums = {line[66:]: line[:64] for line in (data / "SHA256SUMS").read_text().splitlines()}
    for name, digest in sums.items():
        assert hashlib.sha256((data / name).read_bytes()).hexdigest() == digest
    there = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    assert there - sums.keys() == {"SHA256SUMS", "index.html"}


def test_no_part_is_left_in_the_site(county: Path) -> None:
    assert not list((county / "site").rglob(FOLDER))


def test_small_groups_are_not_told(data: Path, projects: list[Project]) -> None:
    small = [
        linkage.beneficiaries.monitored
        for project in projects
        for linkage in project.linkages
        if linkage.beneficiaries.monitored in (1, 2, 3)
    ]
    assert small, "the county must have such groups, or this shows nothing"
    for row in rows_of(data, "linkages"):
        assert row["其中监测对象（户）"] not in ("1", "2", "3")
    for line in lines_of(data, "records"):
        for linkage in line.get("linkages", []):
            assert linkage["beneficiaries"].get("monitored") not in (1, 2, 3)


def test_the_page_explains_every_column(data: Path) -> None:
    page = (data / "index.html").read_text("utf-8")
    for table in all_tables():
        assert f'<h3 id="{table.name}">' in page
        for column in columns_in(table):
            assert f"<code>{column.name}</code>" in page
    for line in (data / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        if "/" not in name:
            assert digest in page, name


def test_words_of_the_package_are_those_of_the_register(data: Path, reference: Reference) -> None:
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    funding = next(each for each in package["resources"] if each["name"] == "funding")
    source = funding["schema"]["fields"][2]
    assert source["key"] == "source"
    assert source["constraints"]["enum"] == [term.label for term in reference.vocabularies["fund_sources"]]
