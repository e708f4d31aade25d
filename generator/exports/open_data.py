"""The reduce's open data: tables of the whole register and of every township, joined from the parts."""

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.exports import catalogue, feed, sheets
from generator.exports.cells import EMPTY, Cell, csv_quoted, households, text
from generator.exports.column import Column
from generator.exports.organisations import COLUMNS as ORGANISATION_COLUMNS
from generator.exports.organisations import Organisations
from generator.exports.package import package
from generator.exports.parts import FOLDER as PARTS
from generator.exports.parts import NAMED, RECORD, Part, Store, csv_row, jsonl_row, xml_row
from generator.exports.published import FOLDER, Published, folder_of
from generator.exports.rows import open_columns
from generator.exports.schema import project_schema
from generator.exports.tables import Table, tables
from generator.pages.overview import Overview
from generator.records.places import Place, Places

BOM = b"\xef\xbb\xbf"
WORKBOOK = "register.xlsx"

_PLACE_COLUMNS = (
    Column(("code",), (), "区划代码", "Division code", "12 位统计用区划代码。", "place", required=True),
    Column(("name",), (), "名称", "Name", "地方的名称。", "text", required=True),
    Column(("level",), (), "级别", "Level", "省、市、县、乡镇或村。", "text", required=True),
    Column(("parent",), (), "上级代码", "Code of the unit above", "上一级的区划代码。", "place"),
    Column(("households",), (), "农户数", "Farm households", "全部农户。", "count", "户"),
    Column(("lifted",), (), "脱贫户数", "Households lifted out of poverty", "脱贫户。", "count", "户"),
    Column(("monitored",), (), "监测对象户数", "Monitored households", "不含已算作脱贫户的。", "count", "户"),
)
_LEVELS = {"province": "省", "prefecture": "市", "county": "县", "township": "乡镇", "village": "村"}

ORGANISATIONS = Table(
    "organisations", "单位", "Organisations", "一行是记录里出现的一个单位名称。", (), ORGANISATION_COLUMNS
)
PLACES = Table("places", "地方", "Places", "一行是一个县、乡镇或村。", (), _PLACE_COLUMNS)


def all_tables() -> tuple[Table, ...]:
    """The tables that are given away, in their order."""
    return (*tables().values(), ORGANISATIONS, PLACES)


def columns_in(table: Table) -> tuple[Column, ...]:
    """All columns of a table as it is given away."""
    return open_columns(table) if table.name in tables() else table.columns


@dataclass(frozen=True, slots=True)
class _Selection:
    """Some records, and where their tables go."""

    folder: str
    parts: Sequence[Part]
    places: Sequence[Place]


def write(folder: Path, overview: Overview) -> Published:
    """Write all open data of the published rows into a site's folder, from the parts that lie in it."""
    published = Published(folder)
    store = Store(folder)
    try:
        rows = sorted(overview.rows, key=lambda row: row.id)
        parts = store.of(row.file for row in rows)
        places = overview.site.reference.places
        _tables(_Selection(FOLDER, parts, list(places)), store, published, overview)
        published.write(f"{FOLDER}/records.jsonl", store.pieces(parts, RECORD), "records", len(parts))
        for township in places.at("township"):
            _tables(_township(township, parts, places), store, published, overview)
    finally:
        store.close()
        shutil.rmtree(folder / PARTS, ignore_errors=True)
    _described(published, overview)
    return published


def _township(township: Place, parts: Sequence[Part], places: Places) -> _Selection:
    prefix = township.short
    return _Selection(
        folder_of(township),
        [part for part in parts if part.place.startswith(prefix)],
        [*places.line(township.code)[:-1], *(place for place in places if place.code.startswith(prefix))],
    )


def _described(published: Published, overview: Overview) -> None:
    """What describes the tables, and the feeds."""
    schema = project_schema(overview.site.reference)
    published.write(f"{FOLDER}/project.schema.json", [_json(schema)])
    published.write(f"{FOLDER}/datapackage.json", [_json(package(published, overview, all_tables()))])
    for address, xml in feed.feeds(overview):
        published.write(address, [xml.encode()])
    published.write(f"{FOLDER}/catalog.jsonld", [_json(catalogue.catalogue(published, overview))])
    sums = "".join(f"{file.sha256}  {file.address.removeprefix(f'{FOLDER}/')}\n" for file in published.files)
    published.write(f"{FOLDER}/SHA256SUMS", [sums.encode()])


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _tables(selection: _Selection, store: Store, published: Published, overview: Overview) -> None:
    vocabularies = overview.site.reference.vocabularies
    organisations = Organisations(vocabularies)
    for piece in store.pieces(selection.parts, NAMED):
        organisations.take(json.loads(piece))
    made = {
        "organisations": organisations.rows(),
        "places": [_place(each, overview) for each in selection.places],
    }
    for table in all_tables():
        columns = columns_in(table)
        if table.name in made:
            rows = made[table.name]
            names = [f'"{column.name}":' for column in columns]
            count = len(rows)
            csv: Iterable[bytes] = [csv_row(row).encode() for row in rows]
            jsonl: Iterable[bytes] = [jsonl_row(row, names).encode() for row in rows]
        else:
            count = sum(part.rows(table.name) for part in selection.parts)
            csv = store.pieces(selection.parts, table.name, "csv")
            jsonl = store.pieces(selection.parts, table.name, "jsonl")
        path = f"{selection.folder}/{table.name}"
        published.write(f"{path}.csv", _headed(columns, csv), table.name, count)
        published.write(f"{path}.jsonl", jsonl, table.name, count)
    workbook = f"{selection.folder}/{WORKBOOK}"
    sheets.write(published.root / workbook, _sheets(selection, store, made))
    published.adopt(workbook)


def _headed(columns: Iterable[Column], pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield BOM + (",".join(csv_quoted(column.header) for column in columns) + "\r\n").encode()
    yield from pieces


def _sheets(selection: _Selection, store: Store, made: dict[str, list[list[Cell]]]) -> Iterator[sheets.Sheet]:
    for table in all_tables():
        columns = columns_in(table)
        if table.name in made:
            pieces: Iterable[tuple[int, bytes]] = [(1, xml_row(row).encode()) for row in made[table.name]]
        else:
            counts = [part.rows(table.name) for part in selection.parts]
            xml = store.pieces(selection.parts, table.name, "xml")
            pieces = zip(filter(None, counts), xml, strict=True)
        yield sheets.Sheet(
            table.zh, [column.header for column in columns], [_width(column) for column in columns], pieces
        )


def _width(column: Column) -> int:
    wide = {"money": 16, "day": 12, "place": 15, "count": 10, "year": 9, "flag": 9, "quantity": 10}
    if column.path in (("scope",), ("finding",), ("content",), ("plan",), ("duties",)):
        return 48
    return wide.get(column.kind, 20)


def _place(place: Place, overview: Overview) -> list[Cell]:
    above = overview.site.reference.places.parent(place.code)
    return [
        text(place.code),
        text(place.name),
        text(_LEVELS[place.level]),
        text(above.code) if above else EMPTY,
        *(
            EMPTY if each is None else households(each)
            for each in (place.households, place.lifted, place.monitored)
        ),
    ]
