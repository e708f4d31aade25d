"""Our own workbook read back: rows put together to records, each value with its cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.exports.column import Column
from generator.findings.finding import Finding, Path
from generator.ledger import problems, values
from generator.ledger.draft import Draft, ordered
from generator.ledger.grid import Grid
from generator.ledger.ids import Ids
from generator.ledger.layout import EXAMPLE, FINDINGS, GUIDE, WORDS, Layout, layouts
from generator.ledger.origin import Cell, Origin
from generator.ledger.rows import year_names
from generator.ledger.values import Values, folded, is_blank, text_of
from generator.records.reference import Reference

_MARKS = ("项目编号", "建设任务", "实施期限：起")
"""Headers by which the sheet of projects is known for ours."""

_YEAR = re.compile(r"(20[0-9]{2})(?:[（(]([0-9]+)[)）])?年?")


@dataclass(slots=True)
class Ledger:
    """What was read from a file.

    Attributes:
        drafts: the records by project number, in the order of the sheet.
        origins: where each came from.
        findings: what is wrong with the sheets themselves, by cell.
        read: how many cells were read into records.
        named: what was not read, each told why.
        headers: the cells of titles and headers, of a foreign ledger.
        sources: what each cell was read as, of a foreign ledger.
        inferred: what was worked out from a text, by cell.
    """

    drafts: dict[str, Draft] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    findings: list[tuple[Cell, Finding]] = field(default_factory=list)
    read: int = 0
    named: list[tuple[Cell, str]] = field(default_factory=list)
    headers: set[Cell] = field(default_factory=set)
    sources: dict[Cell, str] = field(default_factory=dict)
    inferred: list[tuple[Cell, str]] = field(default_factory=list)


def is_own(grids: Sequence[Grid]) -> bool:
    """Whether a file is our workbook."""
    return any(
        grid.title == "项目" and grid.rows and set(_MARKS) <= {text_of(cell) for cell in grid.rows[0]}
        for grid in grids
    )


def assemble(grids: Sequence[Grid], reference: Reference, ids: Ids) -> Ledger:
    """The records of our workbook; what belongs to no record is named."""
    return _Assembly(reference, ids).whole(grids)


class _Assembly:
    def __init__(self, reference: Reference, ids: Ids) -> None:
        self._ids = ids
        self._values = Values(reference)
        self._layouts = {layout.title: layout for layout in layouts(reference.vocabularies)}
        self._linkages: dict[str, list[tuple[int, int, Draft, dict[Path, Cell]]]] = {}
        self._ledger = Ledger()

    def whole(self, grids: Sequence[Grid]) -> Ledger:
        by_title = {grid.title: grid for grid in grids}
        for title, layout in self._layouts.items():
            if title in by_title:
                self._sheet(by_title[title], layout)
        self._settle_linkages()
        for grid in grids:
            if grid.title not in self._layouts and grid.title not in (GUIDE, WORDS):
                self._unknown_sheet(grid)
        self._ledger.drafts = {key: ordered(draft) for key, draft in self._ledger.drafts.items()}
        return self._ledger

    def _unknown_sheet(self, grid: Grid) -> None:
        count = sum(not is_blank(cell) for row in grid.rows for cell in row)
        if count:
            cell = Cell(grid.title, 0, 0)
            self._ledger.named.append((cell, f"台账里没有叫“{grid.title}”的表，{count} 格没有读。"))

    def _sheet(self, grid: Grid, layout: Layout) -> None:
        columns, skipped = self._columns(grid, layout)
        if not columns:
            return
        at = {column.name: number for number, column in columns.items()}
        for row in range(1, len(grid.rows)):
            cells = grid.rows[row]
            if all(is_blank(cell) for cell in cells) or text_of(cells[0]).startswith(EXAMPLE):
                continue
            self._skipped(grid, row, skipped)
            self._row(grid, layout, row, columns, at)

    def _columns(self, grid: Grid, layout: Layout) -> tuple[dict[int, Column], dict[int, str]]:
        """The sheet's columns by number, and the headers of those that are not ours."""
        known = {folded(column.header): column for column in layout.all}
        known |= {folded(column.zh): column for column in layout.all}
        found: dict[int, Column] = {}
        skipped: dict[int, str] = {}
        for number, cell in enumerate(grid.rows[0] if grid.rows else ()):
            header = text_of(cell)
            column = known.get(folded(header))
            if column and column not in found.values():
                found[number] = column
            elif header != FINDINGS:
                skipped[number] = header
        first = layout.all[0]
        if grid.rows and first not in found.values() and any(map(len, grid.rows)):
            self._find(problems.NO_KEY, Cell(grid.title, 0, 0), header=first.header)
            return {}, skipped
        return found, skipped

    def _skipped(self, grid: Grid, row: int, skipped: dict[int, str]) -> None:
        for number, header in skipped.items():
            if not is_blank(grid.cell(row, number)):
                told = f"“{header}”这一列台账里没有，没有读。" if header else "这一列没有表头，没有读。"
                self._ledger.named.append((Cell(grid.title, row, number), told))

    def _row(
        self, grid: Grid, layout: Layout, row: int, columns: dict[int, Column], at: dict[str, int]
    ) -> None:
        key = layout.all[0].name
        first = Cell(grid.title, row, at[key])
        project = text_of(grid.cell(row, at[key]))
        if not project and layout.path:
            self._find(problems.NO_PROJECT, first)
            return
        if not layout.path:
            self._project(grid, layout, row, columns, project, first)
        elif project not in self._ledger.drafts:
            self._find(problems.UNKNOWN_PROJECT, first, project=project)
        elif layout.mechanism:
            self._linkage(grid, layout, row, columns, at, project)
        else:
            self._part(grid, layout, row, columns, at, project)

    def _project(
        self, grid: Grid, layout: Layout, row: int, columns: dict[int, Column], project: str, first: Cell
    ) -> None:
        if not project:
            project = self._new_id(grid, row, columns)
            self._ledger.named.append((first, f"没有写项目编号，新编了 {project}。"))
        if project in self._ledger.drafts:
            other = self._ledger.origins[project].row.address
            self._find(problems.TWICE, first, project=project, other=other)
            return
        draft: Draft = {}
        origin = Origin(first)
        self._fill(grid, layout, row, columns, draft, (), origin.cells)
        draft["id"] = project
        self._ledger.drafts[project] = draft
        self._ledger.origins[project] = origin

    def _new_id(self, grid: Grid, row: int, columns: dict[int, Column]) -> str:
        told = {column.name: grid.cell(row, number) for number, column in columns.items()}
        year = values.number(told.get("year", ""))
        return self._ids.of(text_of(told.get("name", "")), int(year) if year else None)

    def _linkage(
        self,
        grid: Grid,
        layout: Layout,
        row: int,
        columns: dict[int, Column],
        at: dict[str, int],
        project: str,
    ) -> None:
        order = text_of(grid.cell(row, at["order"])) if "order" in at else ""
        part: Draft = {"mechanism": layout.mechanism}
        cells: dict[Path, Cell] = {("mechanism",): Cell(grid.title, row, at["project"])}
        self._fill(grid, layout, row, columns, part, (), cells)
        seen = self._linkages.setdefault(project, [])
        seen.append((int(order) if order.isdigit() else 10_000, len(seen), part, cells))
        self._ledger.read += 1

    def _settle_linkages(self) -> None:
        """Linkages stand on several sheets; their numbers say in which order they come."""
        for project, found in self._linkages.items():
            found.sort(key=lambda each: each[:2])
            self._ledger.drafts[project]["linkages"] = [part for _, _, part, _ in found]
            origin = self._ledger.origins[project]
            for number, (_, _, _, cells) in enumerate(found):
                origin.cells |= {("linkages", number, *path): cell for path, cell in cells.items()}

    def _part(
        self,
        grid: Grid,
        layout: Layout,
        row: int,
        columns: dict[int, Column],
        at: dict[str, int],
        project: str,
    ) -> None:
        holder = self._ledger.drafts[project]
        path: Path = (layout.path[0],)
        if len(layout.path) == 2:
            cell = Cell(grid.title, row, at.get("year", 0))
            number = self._distribution(holder, text_of(grid.cell(row, at["year"])) if "year" in at else "")
            if number is None:
                self._no_year(grid, row, cell, holder, project)
                return
            holder = holder["distributions"][number]
            path = ("distributions", number, layout.path[1])
        parts = holder.setdefault(layout.path[-1], [])
        part: Draft = {}
        parts.append(part)
        self._fill(
            grid, layout, row, columns, part, (*path, len(parts) - 1), self._ledger.origins[project].cells
        )

    def _no_year(self, grid: Grid, row: int, cell: Cell, draft: Draft, project: str) -> None:
        """A row whose year the project lacks; no fault of its own where a year there cannot be read."""
        years = [each.get("year") for each in draft.get("distributions", ())]
        if all(isinstance(year, int) for year in years):
            self._find(problems.NO_YEAR, cell, project=project)
            return
        for number, value in enumerate(grid.rows[row]):
            if not is_blank(value):
                told = "“收益分配”表里这个项目有一行的年度看不懂，先改那里；这一行还没有读。"
                self._ledger.named.append((Cell(grid.title, row, number), told))

    def _distribution(self, draft: Draft, year: str) -> int | None:
        match = _YEAR.fullmatch(folded(year))
        if not match:
            return None
        wanted = match[1] if match[2] is None else f"{match[1]}（{match[2]}）"
        years = [each.get("year") for each in draft.get("distributions", ())]
        named = [str(name) for name in year_names([each if isinstance(each, int) else 0 for each in years])]
        return named.index(wanted) if wanted in named else None

    def _fill(
        self,
        grid: Grid,
        layout: Layout,
        row: int,
        columns: dict[int, Column],
        part: Draft,
        path: Path,
        cells: dict[Path, Cell],
    ) -> None:
        """Put a row's own cells into a part of a record, and remember where each stands."""
        own = set(layout.columns)
        for number, column in columns.items():
            value = grid.cell(row, number)
            if column in own:
                cells[(*path, *column.path)] = Cell(grid.title, row, number)
            if is_blank(value):
                continue
            self._ledger.read += 1
            if column in own:
                _put(part, column.path, self._values.read(value, column))

    def _find(self, problem: Any, cell: Cell, **values: object) -> None:
        self._ledger.findings.append((cell, problems.finding(problem, cell, **values)))


def _put(part: Draft, path: Sequence[str], value: Any) -> None:
    for key in path[:-1]:
        part = part.setdefault(key, {})
    part[path[-1]] = value


def cells_of(grids: Sequence[Grid]) -> Iterator[tuple[Cell, Any]]:
    """All cells that are not blank."""
    for grid in grids:
        for row, cells in enumerate(grid.rows):
            for column, value in enumerate(cells):
                if not is_blank(value):
                    yield Cell(grid.title, row, column), value
