"""The sheets of our own workbook: which table each holds, and its columns."""

from dataclasses import dataclass
from functools import cache

from generator.exports.column import Column, columns_of
from generator.exports.tables import PROJECT, YEAR, tables
from generator.records.linkages import LINKAGES
from generator.records.vocabulary import Vocabularies

GUIDE = "说明"
WORDS = "词表"
EXAMPLE = "示例"
"""A row whose first cell begins so is an example and not read."""

FINDINGS = "导入时发现的问题"
"""The column of findings in a coloured copy; not read."""

ORDER = Column(
    ("order",), (), "顺序", "Order", "同一个项目有几种联结方式时，排在第几。只有一种就写 1。", "count"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet.

    Attributes:
        title: the name on its tab.
        table: the table that it holds.
        path: the keys of the list in a record, as the table has them.
        keys: the columns by which a row names what it belongs to.
        columns: the record's own.
        mechanism: of which linkage mechanism it holds the rows, or None.
    """

    title: str
    table: str
    path: tuple[str, ...]
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    mechanism: str | None = None

    @property
    def all(self) -> tuple[Column, ...]:
        """All columns, from the left."""
        return (*self.keys, *self.columns)


def layouts(vocabularies: Vocabularies) -> tuple[Layout, ...]:
    """The sheets in their order; those of mechanisms are called as the register calls them."""
    labels = tuple((term.code, term.label) for term in vocabularies["mechanisms"] if term.code in LINKAGES)
    return _layouts(labels)


@cache
def _layouts(mechanisms: tuple[tuple[str, str], ...]) -> tuple[Layout, ...]:
    found = []
    for table in tables().values():
        if table.name == "linkages":
            found += [_mechanism(code, label) for code, label in mechanisms]
        elif not table.path:
            found.append(Layout(table.zh, table.name, (), (), table.columns))
        else:
            keys = (PROJECT,) if len(table.path) == 1 else (PROJECT, YEAR)
            found.append(Layout(table.zh, table.name, table.path, keys, table.columns))
    return tuple(found)


def _mechanism(code: str, label: str) -> Layout:
    columns = tuple(columns_of(LINKAGES[code], without=("mechanism",)))
    note = tuple(column for column in columns if column.path == ("note",))
    rest = tuple(column for column in columns if column.path != ("note",))
    return Layout(
        f"机制-{label}"[:31], "linkages", ("linkages",), (PROJECT, ORDER), (*rest, *note), mechanism=code
    )
