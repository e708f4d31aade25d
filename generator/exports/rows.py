"""A record taken apart into the rows of all tables, in the three forms at once.

This runs once for every record of a build, so each table's columns are worked out once beforehand
and what a record does not state is passed over.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from generator.exports import cells
from generator.exports.cells import EMPTY, Cell
from generator.exports.column import Column
from generator.exports.filling import Filling
from generator.exports.line import Texts, blank, names_of, put, texts
from generator.exports.tables import Table, keys_of, tables
from generator.pages.address import project_address
from generator.records.project import Project
from generator.records.reference import Reference

ADDED = (
    Column(("county",), (), "县", "County", "项目所在的县。", "text"),
    Column(("township",), (), "乡镇", "Township", "项目所在的乡镇。", "text"),
    Column(("village",), (), "村", "Village", "项目所在的村；不在一个村的是空的。", "text"),
    Column(("investment",), (), "投入资金", "Investment", "各来源资金的合计。", "money", "元"),
    Column(("income",), (), "累计收益", "Income so far", "村集体历年从项目得到的收益合计。", "money", "元"),
    Column(
        ("payments",),
        (),
        "累计直接付给农户",
        "Paid to households so far",
        "历年直接付给农户的合计。",
        "money",
        "元",
    ),
    Column(("page",), (), "公示页", "Page", "这个项目的公示页，从网站首页的地址算起。", "text"),
)
"""What the open table of projects has beyond the record: worked out, so that nobody must add it up."""


_NOTHING = Decimal(0)
_LISTS = (
    "funding",
    "assets",
    "linkages",
    "agreements",
    "disclosures",
    "distributions",
    "inspections",
    "changes",
)


def open_columns(table: Table) -> tuple[Column, ...]:
    """All columns of a table as it is given away."""
    return (*keys_of(table), *table.columns, *(ADDED if table.name == "projects" else ()))


class Rows:
    """Takes records apart under one register's reference data."""

    def __init__(self, reference: Reference) -> None:
        self._places = reference.places
        self._tables = {
            table.name: (
                names_of(open_columns(table)),
                Filling(table.columns, len(keys_of(table)), reference.vocabularies),
            )
            for table in tables().values()
        }
        self._added = len(tables()["projects"].columns)
        self._names: dict[str, list[Cell]] = {}

    def of(self, project: Project) -> dict[str, list[Texts]]:
        """The rows of a record by table; only tables that it has rows in."""
        key = cells.text(project.id)
        found = {"projects": [self._project(project)]}
        for table in _LISTS:
            parts = getattr(project, table)
            if parts:
                found[table] = self._list(table, parts, [key])
        for number, each in enumerate(project.distributions, 1):
            keys = [key, cells.number(number), cells.number(each.year)]
            for table, parts in (("uses", each.uses), ("payments", each.payments)):
                if parts:
                    found.setdefault(table, []).extend(self._list(table, parts, keys))
        return found

    def _list(self, table: str, parts: Sequence[Any], keys: list[Cell]) -> list[Texts]:
        names, filling = self._tables[table]
        first = blank(len(names))
        put(first, names, 0, keys)
        at = len(keys)
        found = []
        for number, part in enumerate(parts, 1):
            csv, json, xml = first[0].copy(), first[1].copy(), first[2].copy()
            csv[at], coded, xml[at] = cells.number(number)
            json.append(names[at] + coded)
            filling.fill(part, names, csv, json, xml)
            found.append(texts(csv, json, xml))
        return found

    def _project(self, project: Project) -> Texts:
        names, filling = self._tables["projects"]
        line = blank(len(names))
        filling.fill(project, names, *line)
        direct = sum([paid.amount for each in project.distributions for paid in each.payments], _NOTHING)
        amounts = (project.investment, project.income, direct)
        page = cells.text(project_address(project.id))
        added = [*self._where(project.place), *map(cells.money, amounts), page]
        put(line, names, self._added, added)
        return texts(*line)

    def _where(self, code: str) -> list[Cell]:
        """The names of county, township and village, as far as there are such levels."""
        known = self._names.get(code)
        if known is None:
            places = self._places.line(code) if code in self._places else []
            names = {place.level: cells.text(place.name) for place in places}
            known = [names.get(level, EMPTY) for level in ("county", "township", "village")]
            self._names[code] = known
        return known
