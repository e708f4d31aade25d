"""``datapackage.json``: all tables with their columns and keys (Data Package v2, Table Schema)."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.exports.cells import SMALL
from generator.exports.column import Column
from generator.exports.listing import SEPARATOR
from generator.exports.published import FOLDER, MEDIA, File, Published
from generator.exports.rows import open_columns
from generator.exports.tables import DISTRIBUTION, PROJECT, Table, keys_of, tables
from generator.pages.overview import Overview
from generator.pages.site import Site

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"

_TYPES = {
    "money": "number",
    "quantity": "number",
    "count": "integer",
    "year": "year",
    "day": "date",
    "flag": "boolean",
}
_PRIMARY = {"projects": ("id",), "organisations": ("name",), "places": ("code",)}
_FOREIGN = {
    "projects": ((("place",), "places", ("code",)), (("implementer_name",), "organisations", ("name",))),
    "assets": ((("owner_name",), "organisations", ("name",)),),
    "places": ((("parent",), "places", ("code",)),),
}
"""Keys between tables beyond those by which rows name their project: own columns, table, its columns."""


def package(published: Published, overview: Overview, all_tables: Sequence[Table]) -> dict[str, Any]:
    """The description of everything that was published of the whole register."""
    site = overview.site
    columns = {table.name: _columns(table) for table in all_tables}
    files = {(file.table, file.form): file for file in published.under(FOLDER) if file.table}
    return {
        "$schema": PROFILE,
        "name": "gongshi",
        "title": title(site),
        "description": description(site),
        "version": site.as_of.isoformat(),
        "created": f"{site.as_of.isoformat()}T00:00:00+08:00",
        **({"homepage": site.settings.site_url} if site.settings.site_url else {}),
        **({"licenses": [licence]} if (licence := _licence(site)) else {}),
        "contributors": [{"title": publisher(site), "roles": ["publisher"]}],
        "resources": [_resource(table, files[table.name, "csv"], columns, site) for table in all_tables]
        + [_lines(file) for file in published.under(FOLDER) if file.form == "jsonl"],
    }


def title(site: Site) -> str:
    """The name of the data set."""
    mark = "（示例数据）" if site.settings.demonstration else ""
    return f"{site.settings.county}联农带农公示数据{mark}"


def description(site: Site) -> str:
    """What the data set is, in a few sentences."""
    invented = "县、项目和金额都是编出来做演示的。" if site.settings.demonstration else ""
    return (
        f"用帮扶资金做的项目：花了谁的钱，建了什么，归谁所有，怎样带动农户，收益怎样分。{invented}"
        f"金额单位是元。{SMALL} 表示有一户到三户，为保护个人信息不写确数。"
    )


def publisher(site: Site) -> str:
    """Who publishes it."""
    return site.settings.publisher.name or site.settings.county


def _licence(site: Site) -> dict[str, str] | None:
    licence = site.settings.licence
    if licence is None:
        return None
    return {"name": licence.name, "title": licence.title, **({"path": licence.url} if licence.url else {})}


def _columns(table: Table) -> tuple[Column, ...]:
    return open_columns(table) if table.name in tables() else table.columns


def _resource(
    table: Table, file: File, columns: Mapping[str, tuple[Column, ...]], site: Site
) -> dict[str, Any]:
    return {
        "$schema": _RESOURCE,
        "name": table.name,
        "type": "table",
        "title": table.zh,
        "titleEn": table.en,
        "description": table.about,
        "path": file.name,
        "format": "csv",
        "mediatype": MEDIA["csv"],
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": {
            "$schema": _SCHEMA,
            "fields": [_field(column, site) for column in columns[table.name]],
            "missingValues": ["", SMALL],
            **_keys(table, columns),
        },
    }


def _lines(file: File) -> dict[str, Any]:
    """The same table, or all records whole, for programs."""
    return {
        "name": f"{file.table}-jsonl",
        "type": "file",
        "path": file.name,
        "format": "jsonl",
        "mediatype": MEDIA["jsonl"],
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }


def _field(column: Column, site: Site) -> dict[str, Any]:
    """A column; ``key`` is its name in JSON Lines."""
    field: dict[str, Any] = {
        "name": column.header,
        "type": _TYPES.get(column.kind, "string"),
        "title": column.zh,
        "titleEn": column.en,
        "description": column.help + (f"几项之间用“{SEPARATOR}”隔开。" if _many(column) else ""),
        "key": column.name,
    }
    if column.kind == "flag":
        field |= {"trueValues": ["是"], "falseValues": ["否"]}
    constraints: dict[str, Any] = {"required": True} if column.required and not column.private else {}
    if column.kind == "word":
        terms = list(site.reference.vocabularies[column.vocabulary or ""])
        constraints["enum"] = [term.label for term in terms]
        field["words"] = {term.label: {"code": term.code, "en": term.en} for term in terms}
    if column.kind == "place":
        constraints["pattern"] = "[0-9]{12}"
    return field | ({"constraints": constraints} if constraints else {})


def _many(column: Column) -> bool:
    return column.kind in ("words", "lines", "chain")


def _keys(table: Table, columns: Mapping[str, tuple[Column, ...]]) -> dict[str, Any]:
    own = keys_of(table)
    if own:
        primary = [key.header for key in own if key.name != "year"]
        foreign = [_foreign([PROJECT.header], "projects", [_header(columns["projects"], "id")])]
        if DISTRIBUTION in own:
            target = [PROJECT.header, _header(columns["distributions"], "no")]
            foreign.append(_foreign([PROJECT.header, DISTRIBUTION.header], "distributions", target))
    else:
        primary = [_header(columns[table.name], name) for name in _PRIMARY[table.name]]
        foreign = []
    for names, to, targets in _FOREIGN.get(table.name, ()):
        foreign.append(
            _foreign(
                [_header(columns[table.name], name) for name in names],
                "" if to == table.name else to,
                [_header(columns[to], name) for name in targets],
            )
        )
    return {"primaryKey": primary, **({"foreignKeys": foreign} if foreign else {})}


def _header(columns: Sequence[Column], name: str) -> str:
    return next(column.header for column in columns if column.name == name)


def _foreign(fields: list[str], resource: str, targets: list[str]) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": resource, "fields": targets}}
