"""The private list of households: three columns and nothing else, equal to the record's distribution."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from generator.findings.finding import Finding, Problem, Spot
from generator.notices import problems
from generator.notices.grid import Cell, Grid, UnreadableError, column_name, read_grid
from generator.notices.names import masked
from generator.notices.wording import yuan
from generator.records.distribution import Use
from generator.records.privacy import Kind, private_numbers
from generator.records.project import Project
from generator.records.vocabulary import Vocabulary

COLUMNS = ("户主", "人口", "金额")
_CALLED = {
    **dict.fromkeys(("姓名", "户主姓名", "户主名", "农户", "农户姓名"), "户主"),
    **dict.fromkeys(("人数", "家庭人口", "人口数", "家庭人数"), "人口"),
    **dict.fromkeys(("钱数", "金额元", "分配金额", "应得金额", "发放金额", "分红", "分红金额"), "金额"),
}
"""What people call the three columns; not what stands for one person instead of a household."""

_UNIT = re.compile(r"[(/（]元[)）]?$")
_MONEY = re.compile(r"\d{1,8}(\.\d{1,2})?")
_PERSONS = re.compile(r"[1-9]|[12]\d|30")
_NAME = re.compile(r"[^\W\d_][^\d_]{0,29}")
_SPOKEN = re.compile(r"[零〇○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]{5,}")
_KINDS = {Kind.IDENTITY: "身份证号", Kind.CARD: "银行卡号或账号", Kind.MOBILE: "手机号"}
_DIGITS = "数字，像是号码"
_SUMS = ("合计", "总计", "小计")


class ListRefusedError(Exception):
    """The list may not be printed; ``findings`` say why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Household:
    """One line: the head's full name, how many persons, and what the household receives in yuan."""

    head: str
    persons: int
    amount: Decimal

    def shown(self, full_name: bool) -> str:
        """The name as the sheet shows it: masked unless full names were asked for."""
        return self.head if full_name else masked(self.head)


@dataclass(frozen=True, slots=True)
class Households:
    """A checked list, and the use of the income that it belongs to."""

    rows: tuple[Household, ...]
    use: str

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def total(self) -> Decimal:
        """The sum in yuan."""
        return sum((row.amount for row in self.rows), Decimal(0))

    @property
    def persons(self) -> int:
        """The sum of the persons."""
        return sum(row.persons for row in self.rows)


def read_households(file: Path, project: Project, year: int, uses: Vocabulary) -> Households:
    """The list in a .csv or .xlsx file, checked against one year of a record.

    Raises:
        ListRefusedError: there is a private number or a column too many, a value is wrong, or the sum is.
    """
    try:
        grid = read_grid(file)
    except UnreadableError as error:
        raise ListRefusedError([_finding(file, problems.UNREADABLE, why=str(error))]) from error
    found = [*_private(file, grid), *_header(file, grid)]
    if found:
        raise ListRefusedError(found)
    places = {_heading(cell.text): cell.column for cell in grid.header}
    rows, faults = [], list[Finding]()
    for row in grid.rows:
        cells = {cell.column: cell for cell in row}
        values = {name: cells[at] for name, at in places.items() if at in cells}
        wrong = list(_wrong(file, row[0].row, values, places))
        faults += wrong
        if not wrong:
            rows.append(_household(values))
    if not grid.rows:
        faults.append(_finding(file, problems.EMPTY))
    if faults:
        raise ListRefusedError(faults)
    return _matched(file, tuple(rows), project, year, uses)


def _finding(file: Path, problem: Problem, cell: Cell | None = None, **values: object) -> Finding:
    """A finding at a cell; its row and column are filled in as its program calls them."""
    spot = Spot(file.name, cell.row, cell.column) if cell else Spot(file.name)
    if cell:
        values = {"row": cell.row, "column": column_name(cell, file), **values}
    return Finding(problem, spot, problem.message.filled(**values), problem.remedy.filled(**values))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _heading(text: str) -> str:
    return _UNIT.sub("", "".join(_plain(text).split()))


def _private(file: Path, grid: Grid) -> Iterator[Finding]:
    """Private numbers in any cell, note or further sheet, whatever its column is called."""
    for cell in grid.everything:
        for number in private_numbers(cell.text)[:1]:
            yield _finding(file, problems.PRIVATE, cell, kind=_KINDS[number.kind])


def _header(file: Path, grid: Grid) -> Iterator[Finding]:
    names = [_heading(cell.text) for cell in grid.header]
    rights = [_CALLED.get(name, name) for name in names]
    for cell, name, right in zip(grid.header, names, rights, strict=True):
        if right != name and rights.count(right) == 1:
            yield _finding(file, problems.RENAME, cell, name=name, right=right)
        elif name not in COLUMNS:
            shown = name if len(name) <= 12 and not re.search(r"\d{5}", name) else "（略）"
            yield _finding(file, problems.COLUMN, cell, name=shown)
    named = {cell.column for cell in grid.header}
    extra = next((cell for row in grid.rows for cell in row if cell.column not in named), None)
    if extra:
        yield _finding(file, problems.COLUMN, extra, name="没有列名")
    for name in COLUMNS:
        if rights.count(name) != 1:
            yield _finding(file, problems.MISSING, name=name)


def _wrong(file: Path, row: int, values: dict[str, Cell], places: dict[str, int]) -> Iterator[Finding]:
    def told(problem: Problem, name: str, **more: object) -> Finding:
        return _finding(file, problem, values.get(name) or Cell(row, places[name], ""), **more)

    texts = {name: _plain(values[name].text) if name in values else "" for name in COLUMNS}
    head = texts["户主"]
    if re.search(r"\d", head) or _SPOKEN.search(head):
        yield told(problems.PRIVATE, "户主", kind=_DIGITS)
    elif head in _SUMS or not _NAME.fullmatch(head):
        yield told(problems.NAME, "户主", why="是合计行" if head in _SUMS else "是空的，或者不像姓名")
    if not _PERSONS.fullmatch(texts["人口"]):
        yield told(problems.PERSONS, "人口")
    if not _MONEY.fullmatch(_amount(texts["金额"])):
        yield told(problems.AMOUNT, "金额")


def _amount(text: str) -> str:
    return text.removeprefix("¥").removesuffix("元").replace(",", "").strip()


def _household(values: dict[str, Cell]) -> Household:
    texts = {name: _plain(cell.text) for name, cell in values.items()}
    return Household(texts["户主"], int(texts["人口"]), Decimal(_amount(texts["金额"])))


def _matched(
    file: Path, rows: tuple[Household, ...], project: Project, year: int, uses: Vocabulary
) -> Households:
    """The use that the list belongs to: the one to households with the same sum."""
    found = next(each for each in project.distributions if each.year == year)
    direct = [use for use in found.uses if use.use in uses.marked("to_households")]
    total = sum((row.amount for row in rows), Decimal(0))
    same = [use for use in direct if use.amount == total]
    if not same:
        told = "、".join(f"{uses[use.use].label}{yuan(use.amount)}元" for use in direct) or "没有到户的分配"
        sums = {"total": yuan(total), "record": project.id, "year": year, "uses": told}
        raise ListRefusedError([_finding(file, problems.TOTAL, None, **sums)])
    use = min(same, key=lambda each: _misses(each, len(rows)))
    if _misses(use, len(rows)):
        counts = {"rows": len(rows), "households": use.households, "use": uses[use.use].label}
        raise ListRefusedError([_finding(file, problems.COUNT, None, record=project.id, year=year, **counts)])
    return Households(rows, use.use)


def _misses(use: Use, rows: int) -> bool:
    return use.households is not None and use.households != rows
