"""Each clause with what the register makes of it: rules, records, money; and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.findings.finding import Grade, Problem
from generator.library.examples import THROUGH_THE_VILLAGE
from generator.pages import address
from generator.pages.cards import Cards
from generator.pages.meta import column
from generator.pages.page import Page
from generator.pages.turn import Depends, Turn
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


@dataclass(slots=True)
class _Alike:
    """Sums over all rows that the same documents govern and that have the same mechanisms.

    There are ten thousands of rows and a few hundred such groups, and every clause asks for all of them.
    ``newest`` are the first of them with their places among all rows.
    """

    local: frozenset[str]
    mechanisms: frozenset[str]
    rows: int = 0
    income: Decimal = _ZERO
    payments: dict[str, Decimal] = field(default_factory=dict)
    newest: list[tuple[int, Row]] = field(default_factory=list)

    def add(self, at: int, row: Row) -> None:
        """Count a row that stands at ``at`` among all rows."""
        self.rows += 1
        if len(self.newest) < _NEWEST:
            self.newest.append((at, row))
        for year in row.years:
            self.income += year.income
            for code, amount, _ in year.payments:
                self.payments[code] = self.payments.get(code, _ZERO) + amount


class Clauses:
    """The clauses of all documents over one overview, each reckoned once."""

    def __init__(self, overview: "Overview") -> None:
        self._overview = overview
        self._live: dict[str, Live] = {}

    def live(self, clause: Clause) -> Live:
        """A clause with its rules, records and money."""
        if clause.id not in self._live:
            self._live[clause.id] = self._make(clause)
        return self._live[clause.id]

    @cached_property
    def _alike(self) -> list[_Alike]:
        policies = self._overview.site.reference.policies
        found: dict[tuple[tuple[Policy, ...], tuple[str, ...]], _Alike] = {}
        for at, row in enumerate(self._overview.rows):
            key = policies.of(row.place, row.year), row.mechanisms
            if key not in found:
                found[key] = _Alike(frozenset(each.id for each in key[0]), frozenset(row.mechanisms))
            found[key].add(at, row)
        return list(found.values())

    @cached_property
    def _warned(self) -> list[tuple[Row, frozenset[str], frozenset[str]]]:
        """The rows that carry warnings, with the documents that govern them and the warnings' codes."""
        policies = self._overview.site.reference.policies
        return [
            (row, frozenset(each.id for each in policies.of(row.place, row.year)), frozenset(row.warnings))
            for row in self._overview.rows
            if row.warnings
        ]

    def _make(self, clause: Clause) -> Live:
        """Reckon a clause; national documents and the register's own rules govern all rows."""
        site = self._overview.site
        everywhere = site.reference.policies[clause.policy].kind != "local"
        rules = [each for each in site.problems.values() if clause.id in each.clauses]
        codes = {each.code for each in rules if each.grade is Grade.WARNING}
        named = {each.code for each in clause.mechanisms}
        concerned = [
            each
            for each in self._alike
            if (everywhere or clause.policy in each.local)
            and (not named or not named.isdisjoint(each.mechanisms))
        ]
        village = not named or not named.isdisjoint(THROUGH_THE_VILLAGE)
        newest = sorted((at, row.id, row) for each in concerned for at, row in each.newest)
        return Live(
            clause=clause,
            depth=self._depth(clause),
            rules=rules,
            governed=sum(each.rows for each in concerned),
            newest=[row for _, _, row in newest[:_NEWEST]],
            warned=[
                row
                for row, local, warnings in (self._warned if codes else ())
                if (everywhere or clause.policy in local) and not codes.isdisjoint(warnings)
            ],
            income=sum((each.income for each in concerned), _ZERO) if village else _ZERO,
            payments=_paid(concerned, named),
        )

    def _depth(self, clause: Clause) -> int:
        parents = self._overview.site.reference.policies.clauses
        return 1 + self._depth(parents[clause.parent]) if clause.parent else 0


def _paid(concerned: list[_Alike], named: set[str]) -> Decimal:
    """What was paid under the named mechanisms, or under all where none is named."""
    return sum(
        (
            amount
            for each in concerned
            for code, amount in each.payments.items()
            if not named or code in named
        ),
        _ZERO,
    )


def clause_pages(overview: "Overview", cards: Cards, turn: Turn) -> Iterator[Page]:
    """A page for every clause of every document."""
    for policy in overview.site.reference.policies:
        for clause in policy.clauses:
            if turn.mine(address.clause_page(clause), partial(_depends, clause, overview)):
                yield _page(overview.clauses.live(clause), policy, overview, cards)


def _depends(clause: Clause, overview: "Overview") -> tuple[Depends, ...]:
    return overview.digest, repr(overview.shelf.original(clause))


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
        warned=Markup("".join(cards.of(row) for row in live.warned[:_WARNED])),
        newest=Markup("".join(cards.of(row) for row in live.newest)),
    )
    return Page(
        address=address.clause_page(clause),
        title=title,
        description=description,
        body=body,
        head=column(title, description, "政策条款"),
    )
