"""A record as the rows of our workbook's sheets: what a clerk reads and fills in."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.exports.column import Column
from generator.exports.listing import joined
from generator.ledger.draft import Draft
from generator.ledger.layout import Layout, layouts
from generator.records.reference import Reference

Row = tuple[str, list[Any]]
"""The name of a sheet, and a value or None for every column of it."""

_Shown = Callable[[Any], Any]


class Rows:
    """Takes records apart under one register's words and places; what a record does not state is blank."""

    def __init__(self, reference: Reference) -> None:
        self._layouts = [
            (layout, [(column.path, _form(column, reference)) for column in layout.columns])
            for layout in layouts(reference.vocabularies)
        ]

    def of(self, draft: Draft) -> Iterator[Row]:
        """The rows of a record, sheet by sheet; it need not be whole."""
        number = draft.get("id")
        linkages = list(enumerate(draft.get("linkages", ()), 1))
        for layout, columns in self._layouts:
            if not layout.path:
                yield layout.title, _row(draft, columns)
            elif layout.mechanism:
                for order, linkage in linkages:
                    if linkage.get("mechanism") == layout.mechanism:
                        yield layout.title, [number, order, *_row(linkage, columns)]
            elif len(layout.path) == 1:
                for part in draft.get(layout.path[0], ()):
                    yield layout.title, [number, *_row(part, columns)]
            else:
                yield from _nested(draft, layout, columns)


def _nested(
    draft: Draft, layout: Layout, columns: Sequence[tuple[tuple[str, ...], _Shown | None]]
) -> Iterator[Row]:
    """The rows of a list that stands in a year's distribution."""
    distributions = draft.get("distributions", ())
    if not any(layout.path[1] in each for each in distributions):
        return
    years = year_names([each.get("year") for each in distributions])
    for year, each in zip(years, distributions, strict=True):
        for part in each.get(layout.path[1], ()):
            yield layout.title, [draft.get("id"), year, *_row(part, columns)]


def year_names(years: Sequence[Any]) -> list[Any]:
    """How a project's distributions are named by their years: a year that comes again gets a number."""
    found: list[Any] = []
    for at, year in enumerate(years):
        again = years[:at].count(year)
        found.append(f"{year}（{again + 1}）" if again else year)
    return found


def _row(part: Draft, columns: Sequence[tuple[tuple[str, ...], _Shown | None]]) -> list[Any]:
    found = []
    for path, form in columns:
        value: Any = part
        for key in path:
            value = value.get(key) if type(value) is dict else None
        found.append(form(value) if form and value is not None else value)
    return found


def _form(column: Column, reference: Reference) -> _Shown | None:
    """How the values of a column are shown: words for codes, a name beside a place's code."""
    if column.kind == "place":
        places = {place.code: place_text(place.code, reference) for place in reference.places}
        return lambda code: places.get(code, code)
    if column.kind == "flag":
        return lambda value: ("是" if value else "否") if isinstance(value, bool) else value
    if column.kind == "lines":
        return _lines
    if column.vocabulary is None:
        return None
    labels = {term.code: term.label for term in reference.vocabularies[column.vocabulary]}
    if column.kind == "words":
        return lambda codes: _lines([labels.get(code, code) for code in codes])
    if column.kind == "chain":
        return lambda chain: _lines(
            [f"{labels.get(each['role'], each['role'])}：{each['name']}" for each in chain]
        )
    return lambda code: labels.get(code, code)


def _lines(texts: Sequence[str]) -> str | None:
    return joined(texts) if texts else None


def place_text(code: str, reference: Reference) -> str:
    """A place as the workbook shows it: its code and its name."""
    places = reference.places
    return f"{code} {places.full_name(code)}".rstrip() if code in places else code
