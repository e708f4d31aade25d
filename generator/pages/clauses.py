"""Each clause with what the register makes of it: rules, records, money; and a page for each."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.findings.finding import Grade, Problem
from generator.library.examples import THROUGH_THE_VILLAGE
from generator.outputs.remembering import of_runs
from generator.pages import address
from generator.pages.cards import Cards
from generator.pages.meta import column
from generator.pages.page import Page
from generator.pages.turn import Depends, Turn
from generator.records.money import Money, yuan
from generator.records.policies import Clause, Policy
from generator.records.summary import Row

if TYPE_CHECKING:
    from generator.pages.overview import Overview

_ZERO = Decimal(0)
_WARNED = 20
_NEWEST = 6


@dataclass(frozen=True, slots=True)
class Live:
    """A clause with what the register makes of it. Amounts in yuan.

    Attributes:
        depth: how many clauses contain it.
        rules: the kinds of findings that rest on it.
        governed: how many records it governs.
        newest: the newest of them.
        warned: those of them that carry a warning under it.
        income: what the villages received from them, where the clause concerns such money.
        payments: what operators paid households under the mechanisms that it names, or under all.
    """

    clause: Clause
    depth: int
    rules: list[Problem]
    governed: int
    newest: list[Row]
    warned: list[Row]
    income: Decimal
    payments: Decimal

    @property
    def figures(self) -> tuple[str, ...]:
        """Everything that comes from the register, but the records themselves."""
        return str(self.governed), str(len(self.warned)), str(self.income), str(self.payments)


@dataclass(slots=True)
class _Alike:
    """Sums in fen over all rows that the same local documents govern and that have the same mechanisms.

    There are ten thousands of rows and some hundred such groups, and every clause asks for all of them.
    """

    local: frozenset[str]
    mechanisms: frozenset[str]
    rows: int = 0
    income: int = 0
    payments: Counter[str] = field(default_factory=Counter)

    def add(self, counted: "_Counted") -> None:
        """Count what was counted of some rows."""
        rows, income, payments = counted
        self.rows += rows
        self.income += income
        self.payments.update(payments)


_Key = tuple[tuple[str, ...], tuple[str, ...]]
"""Documents and mechanisms."""

_Counted = tuple[int, int, dict[str, int]]
"""How many rows, and in fen their income and the payments by mechanism: remembered as plain values."""


class _Sums(NamedTuple):
    """What some mechanisms, or all, brought under one document."""

    rows: int
    newest: list[Row]
    income: Decimal
    payments: Decimal


class Clauses:
    """The clauses of all documents over one overview, each reckoned once."""

    def __init__(self, overview: "Overview") -> None:
        self._overview = overview
        self._live: dict[str, Live] = {}
        self._sums: dict[tuple[str, frozenset[str]], _Sums] = {}
        self._documents: dict[tuple[str, int], tuple[str, ...]] = {}

    def live(self, clause: Clause) -> Live:
        """A clause with its rules, records and money."""
        if clause.id not in self._live:
            self._live[clause.id] = self._make(clause)
        return self._live[clause.id]

    def sort(self) -> None:
        """Look at all rows now, for whichever clauses will be asked for."""
        _ = self._alike, self._warned

    @cached_property
    def _local(self) -> list[tuple[str, ...]]:
        """For every row the local documents that govern it."""
        return list(map(self._governing, self._overview.rows))

    def _governing(self, row: Row) -> tuple[str, ...]:
        key = row.place, row.year
        found = self._documents.get(key)
        if found is None:
            governing = self._overview.site.reference.policies.of(*key)
            found = self._documents[key] = tuple([each.id for each in governing])
        return found

    @cached_property
    def _alike(self) -> list[_Alike]:
        found: dict[_Key, _Alike] = {}
        for groups in of_runs(self._overview.rows, "clauses", self._grouped, self._overview.site.remember):
            for key, each in groups.items():
                if key not in found:
                    local, mechanisms = key
                    found[key] = _Alike(frozenset(local), frozenset(mechanisms))
                found[key].add(each)
        return list(found.values())

    def _grouped(self, rows: Sequence[Row]) -> dict[_Key, _Counted]:
        alike: dict[_Key, list[Row]] = {}
        for row in rows:
            alike.setdefault((self._governing(row), row.mechanisms), []).append(row)
        return {key: _counted(some) for key, some in alike.items()}

    @cached_property
    def _warned(self) -> dict[str, list[int]]:
        """For every code of a warning the places of the rows that carry it."""
        found: dict[str, list[int]] = {}
        for at, row in enumerate(self._overview.rows):
            for code in row.warnings:
                found.setdefault(code, []).append(at)
        return found

    def _make(self, clause: Clause) -> Live:
        site = self._overview.site
        within = self._within(clause)
        rules = [each for each in site.problems.values() if clause.id in each.clauses]
        codes = {each.code for each in rules if each.grade is Grade.WARNING}
        named = frozenset(each.code for each in clause.mechanisms)
        sums = self._summed(within, named)
        village = not named or not named.isdisjoint(THROUGH_THE_VILLAGE)
        return Live(
            clause=clause,
            depth=self._depth(clause),
            rules=rules,
            governed=sums.rows,
            newest=sums.newest,
            warned=self._carrying(codes, within),
            income=sums.income if village else _ZERO,
            payments=sums.payments,
        )

    def _carrying(self, codes: set[str], within: str) -> list[Row]:
        """The rows of a document, or of all, that carry one of some warnings."""
        places = sorted({at for code in codes for at in self._warned.get(code, ())})
        return [self._overview.rows[at] for at in places if not within or within in self._local[at]]

    def _within(self, clause: Clause) -> str:
        """The document whose rows a clause governs: national ones and the register's own govern all."""
        local = self._overview.site.reference.policies[clause.policy].kind == "local"
        return clause.policy if local else ""

    def _summed(self, within: str, named: frozenset[str]) -> _Sums:
        """Sums over the rows of a document, or all, with one of some mechanisms, or any."""
        key = within, named
        if key not in self._sums:
            concerned = [
                each for each in self._alike if _concerns(within, named, each.local, each.mechanisms)
            ]
            rows = (
                row
                for row, local in zip(self._overview.rows, self._local, strict=True)
                if _concerns(within, named, local, row.mechanisms)
            )
            self._sums[key] = _Sums(
                rows=sum(each.rows for each in concerned),
                newest=list(islice(rows, _NEWEST)),
                income=yuan(sum(each.income for each in concerned)),
                payments=_paid(concerned, named),
            )
        return self._sums[key]

    def _depth(self, clause: Clause) -> int:
        parents = self._overview.site.reference.policies.clauses
        return 1 + self._depth(parents[clause.parent]) if clause.parent else 0


def _counted(rows: Sequence[Row]) -> _Counted:
    whole, paid = 0, dict[str, int]()
    for row in rows:
        for _, income, _, _, _, payments, _ in Money(row.money).years:
            whole += income
            for code, amount, _ in payments:
                paid[code] = paid.get(code, 0) + amount
    return len(rows), whole, paid


def _concerns(within: str, named: frozenset[str], local: Container[str], mechanisms: Iterable[str]) -> bool:
    return (not within or within in local) and (not named or not named.isdisjoint(mechanisms))


def _paid(concerned: list[_Alike], named: frozenset[str]) -> Decimal:
    """What was paid under the named mechanisms, or under all where none is named."""
    return yuan(
        sum(
            amount
            for each in concerned
            for code, amount in each.payments.items()
            if not named or code in named
        )
    )


def clause_pages(overview: "Overview", cards: Cards, turn: Turn) -> Iterator[Page]:
    """A page for every clause of every document."""
    for policy in overview.site.reference.policies:
        for clause in policy.clauses:
            if turn.mine(address.clause_page(clause), partial(_depends, clause, overview)):
                yield _page(overview.clauses.live(clause), policy, overview, cards)


def _depends(clause: Clause, overview: "Overview") -> tuple[Depends, ...]:
    live = overview.clauses.live(clause)
    shown = b"".join([row.digest for row in (*live.newest, *live.warned[:_WARNED])])
    return *live.figures, shown, repr(overview.shelf.original(clause))


def _page(live: Live, policy: Policy, overview: "Overview", cards: Cards) -> Page:
    clause = live.clause
    title = f"{overview.site.reference.policies.cite(clause.id)} {clause.heading}"
    description = f"这一条说什么，照它检查哪些规则，管到 {live.governed} 个项目，付了多少钱。"
    children = [each for each in policy.clauses if each.parent == clause.id]
    body = overview.site.render(
        "library/clause.html",
        live=live,
        policy=policy,
        title=title,
        children=children,
        original=overview.shelf.original(clause),
        warned=cards.joined(live.warned[:_WARNED]),
        newest=cards.joined(live.newest),
    )
    return Page(
        address=address.clause_page(clause),
        title=title,
        description=description,
        body=body,
        head=column(title, description, "政策条款"),
    )
