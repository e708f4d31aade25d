"""A record taken apart into the rows of all tables, in the three forms at once.

This runs once for every record of a build, so each table's columns are worked out once beforehand
and parts that a record lacks are passed over as a whole.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from generator.exports import cells
from generator.exports.cells import EMPTY, Cell, Form
from generator.exports.column import Column
from generator.exports.tables import Table, keys_of, tables
from generator.pages.address import project_address
from generator.records.places import Places
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.vocabulary import Vocabularies

Fill = Callable[[Any, list[Cell]], None]
"""Appends the cells of an object to a row."""

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


def open_columns(table: Table) -> tuple[Column, ...]:
    """All columns of a table as it is given away."""
    return (*keys_of(table), *table.columns, *(ADDED if table.name == "projects" else ()))


class Rows:
    """Takes records apart under one register's reference data."""

    def __init__(self, reference: Reference) -> None:
        self._places = reference.places
        self._fills = {
            table.name: _fill(table.columns, reference.vocabularies) for table in tables().values()
        }

    def of(self, project: Project) -> dict[str, list[list[Cell]]]:
        """The rows of a record by table; only tables that it has rows in."""
        key = cells.text(project.id)
        found = {"projects": [self._project(project)]}
        for table in ("funding", "assets", "linkages", "agreements", "disclosures", "inspections", "changes"):
            parts = getattr(project, table)
            if parts:
                found[table] = list(self._list(table, parts, [key]))
        if project.distributions:
            found["distributions"] = list(self._list("distributions", project.distributions, [key]))
            for table in ("uses", "payments"):
                rows = list(self._within(table, project, key))
                if rows:
                    found[table] = rows
        return found

    def _list(self, table: str, parts: Sequence[Any], keys: list[Cell]) -> Iterator[list[Cell]]:
        fill = self._fills[table]
        for number, part in enumerate(parts, 1):
            row = [*keys, cells.number(number)]
            fill(part, row)
            yield row

    def _within(self, table: str, project: Project, key: Cell) -> Iterator[list[Cell]]:
        for number, each in enumerate(project.distributions, 1):
            yield from self._list(
                table, getattr(each, table), [key, cells.number(number), cells.number(each.year)]
            )

    def _project(self, project: Project) -> list[Cell]:
        row: list[Cell] = []
        self._fills["projects"](project, row)
        direct = sum((each.paid_to_households for each in project.distributions), Decimal(0))
        row += _where(self._places, project.place)
        row += [cells.money(project.investment), cells.money(project.income), cells.money(direct)]
        row.append(cells.text(project_address(project.id)))
        return row


def _where(places: Places, code: str) -> list[Cell]:
    names = {place.level: place.name for place in places.line(code)} if code in places else {}
    return [
        cells.text(names[level]) if level in names else EMPTY for level in ("county", "township", "village")
    ]


def _fill(columns: Sequence[Column], vocabularies: Vocabularies, depth: int = 0) -> Fill:
    """The fill of some columns that lie in one object, those of its parts put together."""
    steps: list[tuple[str, Form | None, Fill | None, int]] = []
    for attribute, group in groupby(columns, key=lambda column: column.attributes[depth]):
        within = list(group)
        if len(within[0].attributes) == depth + 1:
            steps.append((attribute, cells.form_of(within[0], vocabularies), None, 1))
        else:
            steps.append((attribute, None, _fill(within, vocabularies, depth + 1), len(within)))

    def fill(value: Any, row: list[Cell]) -> None:
        for attribute, form, below, width in steps:
            part = getattr(value, attribute, None)
            if part is None:
                row += [EMPTY] * width
            elif form:
                row.append(form(part))
            elif below:
                below(part, row)

    return fill
