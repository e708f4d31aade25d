"""One row of a foreign ledger becoming a record."""

import copy
import re
from decimal import Decimal
from typing import Any

from generator.exports.column import Column
from generator.findings.finding import Path, Problem
from generator.ledger import problems
from generator.ledger.draft import Draft
from generator.ledger.foreign import texts
from generator.ledger.foreign.mapping import Mapping, SheetMapping
from generator.ledger.foreign.money import Money, Seen
from generator.ledger.ids import Ids
from generator.ledger.origin import Cell, Origin
from generator.ledger.own import Ledger
from generator.ledger.values import Values, day, number, text_of
from generator.records.reference import Reference

_ID = re.compile(r"[A-Z]{2,8}-20[0-9]{2}-[0-9]{4,6}")
_PLAIN: dict[str, Path] = {
    "scope": ("scope",),
    "standard": ("standard",),
    "implementer": ("implementer", "name"),
    "responsible": ("implementer", "responsible"),
    "department": ("supervision", "department"),
    "operator": ("operator", "name"),
    "expected": ("expected", "other"),
}
_WORDS = {
    "kind": "project_kinds",
    "nature": "natures",
    "industry": "industries",
    "stage": "stages",
}
_COUNTS = ("households", "lifted", "monitored")
_AMOUNTS: dict[str, Path] = {
    "spent": ("completion", "spent"),
    "collective_income": ("expected", "collective_income"),
    "household_income": ("expected", "household_income"),
}


class Record:
    """Gathers the cells of one row, then makes the record of them."""

    def __init__(
        self,
        reference: Reference,
        values: Values,
        sheet: SheetMapping,
        mapping: Mapping,
        ledger: Ledger,
        title: str,
    ) -> None:
        self._reference = reference
        self._values = values
        self._sheet = sheet
        self._mapping = mapping
        self._ledger = ledger
        self._draft: Draft = {}
        self._cells: dict[Path, Cell] = {}
        self._first = Cell(title, 0, 0)
        self._seen: Seen = {}

    def take(self, field: str, value: Any, amount: Decimal | None, cell: Cell) -> None:
        """Take a cell; ``amount`` is in yuan where the field holds money and it could be read."""
        self._seen[field] = value, amount, cell

    def finish(self, first: Cell, ids: Ids) -> tuple[str, Draft, Origin]:
        """The record's number, the record, and where its values came from."""
        self._first = first
        given = self._name()
        self._year()
        self._place()
        self._simple()
        self._period()
        money = Money(self._seen, self._values, self._ledger, self._cells, self._mapping.defaults)
        if funding := money.funding():
            self._draft["funding"] = funding
        self._asset()
        self._linkages()
        self._distribution()
        self._defaults()
        name, year = str(self._draft.get("name", "")), self._draft.get("year")
        project = given or ids.of(name, year if isinstance(year, int) else None)
        if project in self._ledger.drafts:
            at = self._cells.get(("name",), first)
            other = self._ledger.origins[project].row.address
            self._find(problems.TWICE, at, project=project, other=other)
            project = ids.of("", year if isinstance(year, int) else None)
        ids.taken(project)
        self._draft["id"] = project
        return project, self._draft, Origin(self._cells.get(("name",), first), cells=self._cells)

    def _put(self, path: Path, value: Any, cell: Cell) -> None:
        at: Any = self._draft
        for step in path[:-1]:
            at = at.setdefault(step, {})
        at[path[-1]] = value
        self._cells[path] = cell

    def _infer(self, cell: Cell, told: str) -> None:
        self._ledger.inferred.append((cell, told))

    def _find(self, problem: Problem, cell: Cell, **values: object) -> None:
        self._ledger.findings.append((cell, problems.finding(problem, cell, **values)))

    def _not_understood(self, value: Any, what: str, remedy: str, cell: Cell) -> None:
        self._find(problems.NOT_UNDERSTOOD, cell, text=text_of(value), what=what, remedy=remedy)

    def _name(self) -> str | None:
        """Put the name; the number that stands with it or in a column of its own, if it is one of ours."""
        given: str | None = None
        if "name_id" in self._seen or "name" in self._seen:
            value, _, cell = self._seen.get("name_id") or self._seen["name"]
            name, given = texts.named_with_id(text_of(value))
            if given and not _ID.fullmatch(given):
                if "name_id" in self._seen:
                    self._ledger.named.append((cell, f"原来的编号 {given} 不合规则，另编新号。"))
                else:
                    name = text_of(value)
                given = None
            self._put(("name",), name, cell)
        if "id" in self._seen:
            value, _, cell = self._seen["id"]
            if _ID.fullmatch(text_of(value)):
                given = text_of(value)
                self._cells[("id",)] = cell
            else:
                self._ledger.named.append((cell, f"原来的编号 {text_of(value)} 不合规则，另编新号。"))
        return given

    def _year(self) -> None:
        if "year" in self._seen:
            value, _, cell = self._seen["year"]
            found = number(text_of(value).rstrip("年度"))
            self._put(("year",), int(found) if found is not None else text_of(value), cell)
        elif self._sheet.year:
            self._draft["year"] = self._sheet.year
            self._infer(self._first, f"年度 {self._sheet.year}：从标题或表名里读到")

    def _place(self) -> None:
        parts = [self._seen[name] for name in ("township", "village", "place") if name in self._seen]
        if not parts:
            return
        told = [text_of(value) for value, _, _ in parts]
        cell = parts[-1][2]
        found = texts.place(told, self._reference.places)
        self._put(("place",), found or "".join(told), cell)
        if found:
            name = self._reference.places.full_name(found)
            self._infer(cell, f"“{''.join(told)}”读成 {found} {name}")
        if found and "place" in self._seen:
            site = text_of(self._seen["place"][0])
            names = [each.name for each in self._reference.places.line(found)]
            if site not in ("".join(names[-2:]), names[-1]):
                self._put(("site",), site, self._seen["place"][2])

    def _simple(self) -> None:
        for name, path in _PLAIN.items():
            if name in self._seen:
                value, _, cell = self._seen[name]
                self._put(path, text_of(value), cell)
        for name, vocabulary in _WORDS.items():
            if name in self._seen:
                value, _, cell = self._seen[name]
                column = Column((name,), (name,), "", "", "", "word", vocabulary=vocabulary)
                self._put((name,), self._values.read(value, column), cell)
        if "hotlines" in self._seen:
            value, _, cell = self._seen["hotlines"]
            found = [each for each in re.split(r"[；;、，,/\s]+", text_of(value)) if each]
            self._put(("supervision", "hotlines"), found, cell)
        for name, path in _AMOUNTS.items():
            if name in self._seen:
                value, amount, cell = self._seen[name]
                self._put(path, text_of(value) if amount is None else amount, cell)

    def _period(self) -> None:
        if "period" in self._seen:
            value, _, cell = self._seen["period"]
            found = texts.period(text_of(value))
            if found is None:
                remedy = "请写成 2023年3月-2023年11月 这样，写明哪一年。"
                self._not_understood(value, "实施期限", remedy, cell)
                return
            self._put(("period", "start"), found[0], cell)
            self._put(("period", "end"), found[1], cell)
        for name in ("start", "end"):
            if name in self._seen:
                value, _, cell = self._seen[name]
                self._put(("period", name), day(value), cell)

    def _asset(self) -> None:
        if not self._seen.keys() & {"asset", "value", "owner"}:
            return
        entry: Draft = {}
        for name, path in (("asset", ("name",)), ("value", ("value",)), ("owner", ("owner", "name"))):
            if name in self._seen:
                value, amount, cell = self._seen[name]
                at = entry
                for step in path[:-1]:
                    at = at.setdefault(step, {})
                at[path[-1]] = text_of(value) if amount is None else amount
                self._cells["assets", 0, *path] = cell
        self._draft["assets"] = [entry]

    def _linkages(self) -> None:
        counts = {name: self._seen[name] for name in _COUNTS if name in self._seen}
        told = self._seen.get("mechanism")
        text = text_of(told[0]) if told else ""
        found = texts.mechanisms(text, self._reference)
        if told and not found:
            remedy = "请写明用哪种机制：" + "、".join(
                term.label for term in self._reference.vocabularies["mechanisms"]
            )
            self._not_understood(text, "哪一种联农带农机制", f"{remedy}。", told[2])
        if not found:
            for value, _, cell in counts.values():
                self._ledger.named.append((cell, f"没有认出联农带农机制，户数没有地方放：{text_of(value)}"))
            return
        assert told
        names = "、".join(self._reference.term("mechanisms", code) for code in found)
        self._infer(told[2], f"“{text}”读成联农带农机制：{names}")
        linkages = []
        for at, code in enumerate(found):
            people = self._people(counts, text, at, told[2])
            linkages.append({"mechanism": code, "beneficiaries": people, "note": text})
            self._cells["linkages", at, "mechanism"] = told[2]
            self._cells["linkages", at, "note"] = told[2]
        self._draft["linkages"] = linkages

    def _people(
        self, counts: dict[str, tuple[Any, Decimal | None, Cell]], text: str, at: int, cell: Cell
    ) -> Draft:
        people: Draft = {}
        for name, (value, _, where) in counts.items():
            found = number(value)
            whole = found is not None and found == found.to_integral_value()
            people[name] = int(found) if whole and found is not None else text_of(value)
            self._cells["linkages", at, "beneficiaries", name] = where
        if "households" not in people:
            found_in_text = texts.households(text)
            if found_in_text is not None:
                people["households"] = found_in_text
                self._infer(cell, f"带动农户 {found_in_text} 户：从这一格的文字里读到")
            self._cells["linkages", at, "beneficiaries", "households"] = cell
        return people

    def _distribution(self) -> None:
        if "income" not in self._seen:
            return
        value, amount, cell = self._seen["income"]
        entry: Draft = {"income": text_of(value) if amount is None else amount}
        if "year" in self._draft:
            entry["year"] = self._draft["year"]
        self._draft["distributions"] = [entry]
        self._cells["distributions", 0, "income"] = cell

    def _defaults(self) -> None:
        for key, value in self._mapping.defaults.items():
            if key == "fund":
                continue
            if key not in self._draft:
                self._draft[key] = copy.deepcopy(value)
            elif isinstance(value, dict) and isinstance(self._draft[key], dict):
                self._draft[key] = {**value, **self._draft[key]}
