"""Our own workbook read back: rows put together to records, each value with its cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.findings.finding import Finding, Path
from generator.ledger import problems
from generator.ledger.draft import Draft, in_order
from generator.ledger.grid import Grid
from generator.ledger.ids import Ids
from generator.ledger.layout import GUIDE, WORDS, layouts
from generator.ledger.origin import Cell, Origin, Part
from generator.ledger.rows import year_names
from generator.ledger.sheet import Sheet
from generator.ledger.values import Values, folded, is_blank, number, text_of
from generator.records.distribution import Distribution
from generator.records.project import Project
from generator.records.reference import Reference

_MARKS = ("项目编号", "建设任务", "实施期限：起")
"""Headers by which the sheet of projects is known for ours."""

_LAST = 10_000
_NESTED = 2
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
        self._linkages: dict[str, list[tuple[int, int, Draft, Part]]] = {}
        self._ledger = Ledger()

    def whole(self, grids: Sequence[Grid]) -> Ledger:
        by_title = {grid.title: grid for grid in grids}
        for title, layout in self._layouts.items():
            if title in by_title:
                with by_title[title] as grid:
                    self._sheet(Sheet(grid, layout, self._values))
        self._settle_linkages()
        for grid in grids:
            if grid.title not in self._layouts and grid.title not in (GUIDE, WORDS):
                self._unknown_sheet(grid)
        for project, draft in self._ledger.drafts.items():
            if "distributions" in draft:
                draft["distributions"] = [in_order(each, Distribution) for each in draft["distributions"]]
            self._ledger.drafts[project] = in_order(draft, Project)
        return self._ledger

    def _unknown_sheet(self, grid: Grid) -> None:
        count = sum(not is_blank(cell) for row in grid.rows for cell in row)
        if count:
            cell = Cell(grid.title, 0, 0)
            self._ledger.named.append((cell, f"台账里没有叫“{grid.title}”的表，{count} 格没有读。"))

    def _sheet(self, sheet: Sheet) -> None:
        if not sheet.keyed:
            if any(map(len, sheet.grid.rows)):
                header = sheet.layout.all[0].header
                self._find(problems.NO_KEY, Cell(sheet.grid.title, 0, 0), header=header)
            return
        for row in range(1, len(sheet.grid.rows)):
            cells = sheet.grid.rows[row]
            if sheet.example(cells) or all(is_blank(cell) for cell in cells):
                continue
            self._ledger.named += sheet.passed_over(row)
            self._row(sheet, row)

    def _row(self, sheet: Sheet, row: int) -> None:
        first = sheet.cell(row, sheet.first)
        project = sheet.text(row, sheet.first)
        if not sheet.layout.path:
            self._project(sheet, row, project, first)
        elif not project:
            self._find(problems.NO_PROJECT, first)
        elif project not in self._ledger.drafts:
            self._find(problems.UNKNOWN_PROJECT, first, project=project)
        elif sheet.layout.mechanism:
            self._linkage(sheet, row, project)
        else:
            self._part(sheet, row, project)

    def _project(self, sheet: Sheet, row: int, project: str, first: Cell) -> None:
        if not project:
            year = number(sheet.grid.cell(row, sheet.at.get("year", -1)))
            project = self._ids.of(sheet.text(row, "name"), int(year) if year else None)
            told = f"没有写项目编号，新编了 {project}。" if year else "没有写项目编号；写对年度，才能新编。"
            self._ledger.named.append((first, told))
        if project in self._ledger.drafts:
            other = self._ledger.origins[project].row.address
            self._find(problems.TWICE, first, project=project, other=other)
            return
        draft, part = self._filled(sheet, row)
        draft["id"] = project
        self._ledger.drafts[project] = draft
        self._ledger.origins[project] = Origin(first, {(): part})

    def _linkage(self, sheet: Sheet, row: int, project: str) -> None:
        order = sheet.text(row, "order")
        values, part = self._filled(sheet, row)
        seen = self._linkages.setdefault(project, [])
        place = int(order) if order.isdigit() else _LAST
        seen.append((place, len(seen), {"mechanism": sheet.layout.mechanism, **values}, part))

    def _settle_linkages(self) -> None:
        """Linkages stand on several sheets; their numbers say in which order they come."""
        for project, found in self._linkages.items():
            found.sort(key=lambda each: each[:2])
            self._ledger.drafts[project]["linkages"] = [values for _, _, values, _ in found]
            parts = self._ledger.origins[project].parts
            for at, (_, _, _, part) in enumerate(found):
                parts["linkages", at] = part

    def _part(self, sheet: Sheet, row: int, project: str) -> None:
        holder = self._ledger.drafts[project]
        key = sheet.layout.path[-1]
        path: Path = sheet.layout.path
        if len(path) == _NESTED:
            at = self._distribution(holder, sheet.text(row, "year"))
            if at is None:
                self._no_year(sheet.grid, row, sheet.cell(row, "year"), holder, project)
                return
            holder = holder["distributions"][at]
            path = ("distributions", at, key)
        entries = holder.setdefault(key, [])
        values, part = self._filled(sheet, row)
        self._ledger.origins[project].parts[*path, len(entries)] = part
        entries.append(values)

    def _filled(self, sheet: Sheet, row: int) -> tuple[Draft, Part]:
        values, read = sheet.values(row)
        self._ledger.read += read
        return values, Part(sheet.grid.title, row, sheet.index)

    def _no_year(self, grid: Grid, row: int, cell: Cell, draft: Draft, project: str) -> None:
        """A row whose year the project lacks; no fault of its own where a year there cannot be read."""
        years = [each.get("year") for each in draft.get("distributions", ())]
        if all(isinstance(year, int) for year in years):
            self._find(problems.NO_YEAR, cell, project=project)
            return
        for at, value in enumerate(grid.rows[row]):
            if not is_blank(value):
                told = "“收益分配”表里这个项目有一行的年度看不懂，先改那里；这一行还没有读。"
                self._ledger.named.append((Cell(grid.title, row, at), told))

    def _distribution(self, draft: Draft, year: str) -> int | None:
        match = _YEAR.fullmatch(folded(year))
        if not match:
            return None
        wanted = match[1] if match[2] is None else f"{match[1]}（{match[2]}）"
        years = [each.get("year") for each in draft.get("distributions", ())]
        named = [str(name) for name in year_names([each if isinstance(each, int) else 0 for each in years])]
        return named.index(wanted) if wanted in named else None

    def _find(self, problem: Any, cell: Cell, **values: object) -> None:
        self._ledger.findings.append((cell, problems.finding(problem, cell, **values)))


def cells_of(grids: Sequence[Grid]) -> Iterator[tuple[Cell, Any]]:
    """All cells that are not blank."""
    for grid in grids:
        for row, cells in enumerate(grid.rows):
            for column, value in enumerate(cells):
                if not is_blank(value):
                    yield Cell(grid.title, row, column), value
