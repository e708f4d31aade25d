"""A record taken apart into the rows of all tables, in the three forms at once, and told as a whole.

This runs once for every record of a build, so each table's columns are worked out once beforehand,
and every value is written once for all of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import repeat
from typing import Any, NamedTuple

from generator.exports.cells import EMPTY, Cell, Octets
from generator.exports.column import Column
from generator.exports.filling import Filling
from generator.exports.line import Line, Pile, blank, together
from generator.exports.member import Memo, member_of
from generator.exports.tables import DISTRIBUTION, NUMBER, PROJECT, YEAR, Table, keys_of, tables
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
_BEFORE = 2
"""Before its own columns a row has its number, and before that the key of what it belongs to, as one cell."""
_AFTER = 5
"""After its own columns a project has those that are :data:`ADDED`, the names of its place as one cell."""
_LISTS = (
    "funding",
    "assets",
    "linkages",
    "agreements",
    "disclosures",
    "inspections",
    "changes",
)


def open_columns(table: Table) -> tuple[Column, ...]:
    """All columns of a table as it is given away."""
    return (*keys_of(table), *table.columns, *(ADDED if table.name == "projects" else ()))


class Taken(NamedTuple):
    """A record taken apart: its rows by table, only of tables that it has rows in; and all of it as JSON.

    The JSON has the keys of the record's YAML; small numbers of households are not told.
    """

    rows: dict[str, Pile]
    whole: Octets


class Rows:
    """Takes records apart under one register's reference data."""

    def __init__(self, reference: Reference) -> None:
        self._places = reference.places
        self._tables: dict[str, tuple[Line, Filling]] = {}
        for table in tables().values():
            before, after = (_BEFORE, 0) if table.path else (0, _AFTER)
            filling = Filling(table.columns, before, reference.vocabularies)
            self._tables[table.name] = blank(before + len(table.columns) + after), filling
        columns = (PROJECT, DISTRIBUTION, YEAR, NUMBER, *ADDED)
        self._member = {each.name: member_of(reference.vocabularies, each, each.name) for each in columns}
        self._names = Memo(self._where, len(reference.places))

    def of(self, project: Project) -> Taken:
        """A record taken apart."""
        key, stated = self._member["project"](project.id), project.__dict__
        found: dict[str, Pile] = {}
        lists = {table: self._list(found, table, stated[table], key) for table in _LISTS}
        lists["distributions"] = self._distributions(found, project, key)
        return Taken(found, self._project(found, project, lists))

    def _distributions(self, found: dict[str, Pile], project: Project, key: Cell) -> Octets:
        numbered, year = self._member["distribution"], self._member["year"]
        within = []
        for number, each in enumerate(project.distributions, 1):
            keys = together([key, numbered(number), year(each.year)])
            within.append(
                {
                    "uses": self._list(found, "uses", each.uses, keys),
                    "payments": self._list(found, "payments", each.payments, keys),
                }
            )
        return self._list(found, "distributions", project.distributions, key, within)

    def _list(
        self,
        found: dict[str, Pile],
        table: str,
        parts: Sequence[Any],
        key: Cell,
        within: Iterable[Mapping[str, Octets]] = repeat({}),
    ) -> Octets:
        """Add the rows of some parts to a table; the parts as JSON.

        Each row begins with the ``key`` of what it belongs to. ``within`` has, for every part, those of its
        lists that are tables of their own.
        """
        if not parts:
            return "[]"
        (csv, json, xml), filling = self._tables[table]
        csv[0], json[0], xml[0], _ = key
        numbered = self._member["no"]
        if table not in found:
            found[table] = Pile()
        pile, whole = found[table], []
        for number, (part, lists) in enumerate(zip(parts, within, strict=False), 1):
            line = shown, coded, cells = csv.copy(), json.copy(), xml.copy()
            shown[1], coded[1], cells[1], _ = numbered(number)
            whole.append(filling.fill(part, line, lists))
            pile.add(line)
        return f"[{','.join(whole)}]"

    def _project(self, found: dict[str, Pile], project: Project, lists: Mapping[str, Octets]) -> Octets:
        (csv, json, xml), filling = self._tables["projects"]
        line = csv, json, xml = csv.copy(), json.copy(), xml.copy()
        whole = filling.fill(project, line, lists)
        for at, added in enumerate(self._added(project), len(csv) - _AFTER):
            csv[at], json[at], xml[at], _ = added
        found["projects"] = pile = Pile()
        pile.add(line)
        return whole

    def _added(self, project: Project) -> list[Cell]:
        member = self._member
        direct = sum([paid.amount for each in project.distributions for paid in each.payments], _NOTHING)
        return [
            self._names[project.place],
            member["investment"](project.investment),
            member["income"](project.income),
            member["payments"](direct),
            member["page"](project_address(project.id)),
        ]

    def _where(self, code: str) -> Cell:
        """The names of county, township and village, as far as there are such levels."""
        places = self._places.line(code) if code in self._places else []
        names = {place.level: place.name for place in places}
        return together(
            self._member[level](names[level]) if level in names else EMPTY
            for level in ("county", "township", "village")
        )
