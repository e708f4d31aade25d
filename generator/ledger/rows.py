"""A record as the rows of our workbook's sheets: what a clerk reads and fills in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from generator.exports.column import Column
from generator.exports.listing import joined
from generator.ledger.draft import Draft, draft_of
from generator.ledger.layout import Layout, layouts
from generator.records.project import Project
from generator.records.reference import Reference

Row = tuple[str, list[Any]]
"""The name of a sheet, and a value or None for every column of it."""


def rows_of(project: Project, reference: Reference) -> Iterator[Row]:
    """The rows of a record, sheet by sheet; what it does not state is blank."""
    return draft_rows(draft_of(project), reference)


def draft_rows(draft: Draft, reference: Reference) -> Iterator[Row]:
    """The same for a record that may not be whole."""
    show = _Show(reference)
    number = draft.get("id")
    linkages = list(enumerate(draft.get("linkages", ()), 1))
    for layout in layouts(reference.vocabularies):
        if not layout.path:
            yield layout.title, show.row(draft, layout)
        elif layout.mechanism:
            for order, linkage in linkages:
                if linkage.get("mechanism") == layout.mechanism:
                    yield layout.title, [number, order, *show.row(linkage, layout)]
        elif len(layout.path) == 1:
            for part in draft.get(layout.path[0], ()):
                yield layout.title, [number, *show.row(part, layout)]
        else:
            distributions = draft.get("distributions", ())
            years = year_names([each.get("year") for each in distributions])
            for year, each in zip(years, distributions, strict=True):
                for part in each.get(layout.path[1], ()):
                    yield layout.title, [number, year, *show.row(part, layout)]


def year_names(years: Sequence[Any]) -> list[Any]:
    """How a project's distributions are named by their years: a year that comes again gets a number."""
    found: list[Any] = []
    for at, year in enumerate(years):
        again = years[:at].count(year)
        found.append(f"{year}（{again + 1}）" if again else year)
    return found


class _Show:
    """Values as the workbook shows them: words for codes, a name beside a place's code."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def row(self, part: Mapping[str, Any], layout: Layout) -> list[Any]:
        """The values of a part of a record for the sheet's own columns."""
        return [self._shown(_value(part, column.path), column) for column in layout.columns]

    def _shown(self, value: Any, column: Column) -> Any:
        if value is None or value == []:
            return None
        kind = column.kind
        if kind == "word":
            return self._label(value, column)
        if kind == "words":
            return joined(self._label(each, column) for each in value)
        if kind == "chain":
            return joined(f"{self._label(each['role'], column)}：{each['name']}" for each in value)
        if kind == "lines":
            return joined(value)
        if kind == "flag":
            return ("是" if value else "否") if isinstance(value, bool) else value
        if kind == "place" and value in self._reference.places:
            return _place(value, self._reference)
        return value

    def _label(self, code: str, column: Column) -> str:
        terms = self._reference.vocabularies[column.vocabulary or ""].terms
        return terms[code].label if code in terms else code


def _value(part: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        part = part.get(key) if isinstance(part, dict) else None
    return part.date() if isinstance(part, datetime) else part


def _place(code: str, reference: Reference) -> str:
    return f"{code} {reference.places.full_name(code)}".rstrip()
