"""The money of a foreign ledger's row: sources, sums, documents."""

from decimal import Decimal
from typing import Any

from generator.exports.column import Column
from generator.findings.finding import Path
from generator.ledger import problems
from generator.ledger.draft import Draft
from generator.ledger.foreign.fields import FUND
from generator.ledger.origin import Cell
from generator.ledger.own import Ledger
from generator.ledger.values import Values, text_of

Seen = dict[str, tuple[Any, Decimal | None, Cell]]
"""The cells of a row by field, each with its amount in yuan where it holds one."""


class Money:
    """Makes the funding of one row."""

    def __init__(
        self, seen: Seen, values: Values, ledger: Ledger, cells: dict[Path, Cell], defaults: dict[str, Any]
    ) -> None:
        self._seen = seen
        self._values = values
        self._ledger = ledger
        self._cells = cells
        self._defaults = defaults

    def funding(self) -> list[Draft]:
        """One entry for every source that has money; where only a sum is told, one entry."""
        funds = [(name, *seen) for name, seen in self._seen.items() if name.startswith(FUND)]
        document = self._seen.get("document")
        entries: list[Draft] = []
        for name, value, amount, cell in funds:
            if amount == 0:
                continue
            at: Path = ("funding", len(entries))
            entries.append(
                {"source": name.removeprefix(FUND), "amount": text_of(value) if amount is None else amount}
            )
            self._cells |= {(*at, "amount"): cell, (*at, "source"): cell}
        total = self._seen.get("investment")
        if entries and total:
            self._compare(total, [seen[2] for seen in funds])
        elif total:
            entries = [self._whole(total)]
        if document and entries:
            for number_, entry in enumerate(entries):
                entry["document"] = text_of(document[0])
                self._cells["funding", number_, "document"] = document[2]
        self._unplaced(entries, document)
        return entries

    def _unplaced(self, entries: list[Draft], document: tuple[Any, Decimal | None, Cell] | None) -> None:
        """Cells about money that no sum of money is there for."""
        lonely = [document] if document and not entries else []
        if "fund" in self._seen and ("investment" not in self._seen or len(entries) != 1):
            lonely.append(self._seen["fund"])
        for value, _, cell in lonely:
            self._ledger.named.append((cell, f"这一行没有对应的一笔钱，没有读：{text_of(value)}"))

    def _whole(self, total: tuple[Any, Decimal | None, Cell]) -> Draft:
        """The one sum of a row without columns of fund sources."""
        value, amount, cell = total
        entry: Draft = {"amount": text_of(value) if amount is None else amount}
        self._cells["funding", 0, "amount"] = cell
        if "fund" in self._seen:
            told, _, where = self._seen["fund"]
            column = Column(("source",), ("source",), "", "", "", "word", vocabulary="fund_sources")
            entry["source"] = self._values.read(told, column)
            self._cells["funding", 0, "source"] = where
        elif "fund" in self._defaults:
            entry["source"] = self._defaults["fund"]
        return entry

    def _compare(self, total: tuple[Any, Decimal | None, Cell], parts: list[Decimal | None]) -> None:
        _, amount, cell = total
        if amount is None or any(part is None for part in parts):
            return
        summed = sum((part for part in parts if part is not None), Decimal(0))
        if summed != amount:
            gap = abs(summed - amount)
            told = {"total": f"{amount:,f}", "sum": f"{summed:,f}", "gap": f"{gap:,f}"}
            self._ledger.findings.append((cell, problems.finding(problems.SUM, cell, **told)))
