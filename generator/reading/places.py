"""The place table ``data/places.csv``, as a spreadsheet program writes it."""

import csv
import re
from collections.abc import Iterator
from typing import Any

from generator.findings.finding import Bilingual, Problem
from generator.reading import suggest, wording
from generator.reading.fault import Fault, Particular
from generator.reading.problems import data, values
from generator.reading.source import Source
from generator.records.places import Place, Places, level_of

FILE = "data/places.csv"
COLUMNS = ("code", "name", "households", "lifted", "monitored")

_LABELS = {
    "code": Bilingual("区划代码", "Code"),
    "households": Bilingual("总户数", "Households"),
    "lifted": Bilingual("脱贫户数", "Lifted"),
    "monitored": Bilingual("监测对象户数", "Monitored"),
}
_HOUSEHOLDS = Bilingual("“户”", "households")
_ABOVE = {"village": 9, "township": 6}


class _Row:
    """A row of the table: its cells, and where each begins in its line."""

    def __init__(self, line: int, cells: list[str], source: str) -> None:
        self.line = line
        self.cells = dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=False))
        self._source = source

    def fault(self, problem: Problem, column: str, **particulars: Particular) -> Fault:
        at = 0
        for each in COLUMNS[: COLUMNS.index(column)]:
            at = max(self._source.find(",", at + len(self.cells[each])), 0) + 1
        return Fault(problem, self.line, at + 1, particulars)


def read_places(source: Source) -> tuple[Places | None, list[Fault]]:
    """The places of the table, those that are right; None where there are none."""
    if source.faults:
        return None, source.faults
    rows = csv.reader(source.lines)
    header = tuple(cell.strip() for cell in next(rows, []))
    if header != COLUMNS:
        expected, got = ",".join(COLUMNS), wording.short(",".join(header))
        return None, [Fault(data.COLUMNS, values={"expected": expected, "got": got})]
    faults: list[Fault] = []
    found: dict[str, tuple[Place, _Row]] = {}
    for line, cells in _cells(rows, faults):
        if not any(cell.strip() for cell in cells):
            continue
        row = _Row(line, cells, source.excerpt(line))
        wrong = list(_wrong(row, cells, found))
        faults += wrong
        if not wrong:
            place = _place(row)
            found[place.code] = place, row
    faults += _orphans(found)
    return (Places(place for place, _ in found.values()) if found else None), faults


def _cells(rows: Any, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line at which each begins: a quote that is never closed swallows lines."""
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            faults.append(Fault(data.CELLS, line, values={"got": str(error), "expected": len(COLUMNS)}))
            return
        yield line, cells


def _wrong(row: _Row, cells: list[str], found: dict[str, tuple[Place, _Row]]) -> Iterator[Fault]:
    if len(cells) != len(COLUMNS):
        yield Fault(data.CELLS, row.line, values={"got": len(cells), "expected": len(COLUMNS)})
        return
    code = row.cells["code"]
    if not re.fullmatch("[0-9]{12}", code):
        hint = suggest.number(code, 0) if len(suggest.bare(code)) == 12 else None
        yield row.fault(
            values.PLACE_CODE,
            "code",
            label=_LABELS["code"],
            got=wording.short(code),
            hint=wording.instead(code, hint),
            example="990101101203",
        )
    elif code in found:
        first = Bilingual(f"第 {found[code][1].line} 行", f"line {found[code][1].line}")
        yield row.fault(data.REPEATED, "code", code=code, first=first)
    if not row.cells["name"]:
        yield row.fault(data.NO_NAME, "name", code=code)
    for column in COLUMNS[2:]:
        got = row.cells[column]
        if got and not re.fullmatch("[0-9]{1,9}", got):
            hint = suggest.number(got, 0)
            label = _LABELS[column]
            told = wording.instead(got, hint)
            yield row.fault(
                values.COUNT, column, label=label, got=wording.short(got), hint=told, unit=_HOUSEHOLDS
            )


def _place(row: _Row) -> Place:
    code, name, *counts = (row.cells[column] for column in COLUMNS)
    return Place(code, name, *(int(count) if count else None for count in counts))


def _orphans(found: dict[str, tuple[Place, _Row]]) -> Iterator[Fault]:
    """Villages whose township, and townships whose county, the table lacks."""
    for place, row in found.values():
        digits = _ABOVE.get(level_of(place.code))
        above = place.code[:digits].ljust(12, "0") if digits else None
        if above and above not in found:
            yield row.fault(data.NO_PARENT, "code", name=place.name, code=place.code, above=above)
