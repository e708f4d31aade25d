"""Records taken apart into the rows of all tables, in the three forms at once, and told as wholes.

This is done once for every record of a build, for some dozens at a time: what is to be done with a class of
objects is worked out once beforehand, a value is written once for all forms, and a column is gone through for
all records before the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, chain, pairwise, repeat
from typing import Any, NamedTuple, TypeVar

from generator.exports.cells import NOTHING, Cell, Octets
from generator.exports.column import Column
from generator.exports.filling import NO_LISTS, Filling, Lists
from generator.exports.line import Lines, strand, woven
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

_LEVELS = ("county", "township", "village")
_NOTHING = Decimal(0)
_LISTS = (
    "funding",
    "assets",
    "linkages",
    "agreements",
    "disclosures",
    "inspections",
    "changes",
)

_Value = TypeVar("_Value")


def open_columns(table: Table) -> tuple[Column, ...]:
    """All columns of a table as it is given away."""
    return (*keys_of(table), *table.columns, *(ADDED if table.name == "projects" else ()))


class Taken(NamedTuple):
    """What a table has of some records, for each of them: how many rows, and these in the three forms."""

    counts: Sequence[int]
    csv: Sequence[Octets]
    jsonl: Sequence[Octets]
    xml: Sequence[Octets]


class _Parts(NamedTuple):
    """The lines of all parts of some lists; how many parts each list has; and each list as JSON."""

    lines: Lines
    counts: Sequence[int]
    whole: Sequence[Octets]

    def taken(self, counts: Sequence[int]) -> Taken:
        """The same by records that have so many rows each."""
        return Taken(counts, *(["".join(each) for each in _cut(form, counts)] for form in self.lines))


class Rows:
    """Takes records apart under one register's reference data."""

    def __init__(self, reference: Reference) -> None:
        self._places = reference.places
        self._tables = {
            table.name: (
                Filling(table.columns, len(keys_of(table)), reference.vocabularies),
                len(open_columns(table)),
            )
            for table in tables().values()
        }
        columns = (PROJECT, DISTRIBUTION, YEAR, NUMBER, *ADDED)
        self._member = {each.name: member_of(reference.vocabularies, each, each.name) for each in columns}
        self._names = Memo(self._where, len(reference.places))

    def of(self, projects: Sequence[Project]) -> tuple[dict[str, Taken], list[Octets]]:
        """The rows of some records by table, and each record as JSON; some dozens at a time at best.

        The JSON has the keys of the record's YAML; small numbers of households are not told.
        """
        if not projects:
            return {}, []
        numbers = [*map(self._member["project"], [each.id for each in projects])]
        parts = {
            table: self._list(table, [numbers], [getattr(each, table) for each in projects])
            for table in _LISTS
        }
        parts["distributions"], within = self._distributions(numbers, projects)
        filling, width = self._tables["projects"]
        strands, whole = filling.fill(Project, projects, {table: each.whole for table, each in parts.items()})
        strands |= {at: strand(each) for at, each in enumerate(self._added(projects), width - len(ADDED))}
        taken = {table: each.taken(each.counts) for table, each in parts.items()} | within
        taken["projects"] = Taken([1] * len(projects), *woven(strands, width))
        return {table: taken[table] for table in tables()}, whole

    def _distributions(
        self, numbers: Sequence[Cell], projects: Sequence[Project]
    ) -> tuple[_Parts, dict[str, Taken]]:
        """The distributions of some records; and the rows of what these are lists of."""
        several = [each.distributions for each in projects]
        counts = [*map(len, several)]
        every = [*chain.from_iterable(several)]
        keys = [
            _each(numbers, counts),
            [*map(self._member["distribution"], _numbers(counts))],
            [*map(self._member["year"], [each.year for each in every])],
        ]
        parts = {
            table: self._list(table, keys, [getattr(each, table) for each in every])
            for table in ("uses", "payments")
        }
        whole = self._list(
            "distributions", [numbers], several, {table: each.whole for table, each in parts.items()}
        )
        return whole, {
            table: each.taken([sum(many) for many in _cut(each.counts, counts)])
            for table, each in parts.items()
        }

    def _list(
        self,
        table: str,
        owners: Sequence[Sequence[Cell]],
        several: Sequence[Sequence[Any]],
        lists: Lists = NO_LISTS,
    ) -> _Parts:
        """The rows of the parts of several lists, which are rows of a table.

        Each row begins with cells of what has the list: ``owners`` has these, column by column.
        """
        counts = [*map(len, several)]
        parts = [*chain.from_iterable(several)]
        if not parts:
            return _Parts(((), (), ()), counts, ["[]"] * len(counts))
        keys = [_each(cells, counts) for cells in owners]
        keys.append([*map(self._member["no"], _numbers(counts))])
        lines, whole = self._lines(table, keys, parts, lists)
        return _Parts(lines, counts, [f"[{','.join(each)}]" for each in _cut(whole, counts)])

    def _lines(
        self, table: str, keys: Sequence[Sequence[Cell]], parts: Sequence[Any], lists: Lists
    ) -> tuple[Lines, Sequence[Octets]]:
        """The rows of some parts, which begin with these ``keys``, and each part as JSON.

        Only where all are of one class have they lists that are tables of their own.
        """
        kinds = [*map(type, parts)]
        several = dict.fromkeys(kinds)
        if len(several) == 1:
            return self._alike(table, keys, parts, lists)
        found: list[tuple[Octets, ...]] = [()] * len(parts)
        for kind in several:
            places = [at for at, each in enumerate(kinds) if each is kind]
            lines, whole = self._alike(
                table, [[cells[at] for at in places] for cells in keys], [parts[at] for at in places], lists
            )
            for at, *each in zip(places, *lines, whole, strict=True):
                found[at] = tuple(each)
        csv, json, xml, whole = zip(*found, strict=True)
        return (csv, json, xml), whole

    def _alike(
        self, table: str, keys: Sequence[Sequence[Cell]], parts: Sequence[Any], lists: Lists
    ) -> tuple[Lines, Sequence[Octets]]:
        """The same for parts of one class."""
        filling, width = self._tables[table]
        strands, whole = filling.fill(type(parts[0]), parts, lists)
        strands |= {at: strand(cells) for at, cells in enumerate(keys)}
        return woven(strands, width), whole

    def _added(self, projects: Sequence[Project]) -> Iterator[Iterable[Cell]]:
        """The columns that are :data:`ADDED`."""
        member = self._member
        yield from zip(*[self._names[each.place] for each in projects], strict=True)
        yield map(member["investment"], [each.investment for each in projects])
        yield map(member["income"], [each.income for each in projects])
        yield map(member["payments"], [_paid(each) for each in projects])
        yield map(member["page"], [project_address(each.id) for each in projects])

    def _where(self, code: str) -> tuple[Cell, ...]:
        """The names of county, township and village, as far as there are such levels."""
        places = self._places.line(code) if code in self._places else []
        names = {place.level: place.name for place in places}
        return tuple(self._member[level](names[level]) if level in names else NOTHING for level in _LEVELS)


def _paid(project: Project) -> Decimal:
    return sum([paid.amount for each in project.distributions for paid in each.payments], _NOTHING)


def _each(values: Iterable[_Value], counts: Iterable[int]) -> list[_Value]:
    """Each value so many times."""
    return [*chain.from_iterable(map(repeat, values, counts))]


def _numbers(counts: Iterable[int]) -> Iterator[int]:
    """The numbers of the entries of lists that have so many, from 1 in each."""
    return chain.from_iterable([range(1, many + 1) for many in counts])


def _cut(values: Sequence[_Value], counts: Iterable[int]) -> list[Sequence[_Value]]:
    """The values in pieces of so many each."""
    return [values[start:end] for start, end in pairwise(accumulate(counts, initial=0))]
