"""The tables that are given away: those of the records, and two that come from all of them together."""

from collections.abc import Iterable

from generator.exports.cells import Cell, Form
from generator.exports.column import Column
from generator.exports.organisations import COLUMNS as ORGANISATION_COLUMNS
from generator.exports.rows import open_columns
from generator.exports.tables import Table, tables
from generator.records.places import Place, Places

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


def place_row(place: Place, places: Places, forms: Iterable[Form]) -> list[Cell]:
    """The row of a place; ``forms`` are those of the columns, with their names."""
    above = places.parent(place.code)
    values = (
        place.code,
        place.name,
        _LEVELS[place.level],
        above.code if above else None,
        place.households,
        place.lifted,
        place.monitored,
    )
    return [form(value) for form, value in zip(forms, values, strict=True)]
