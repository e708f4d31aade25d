"""Each clause with what the register makes of it: rules, records, money; and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.findings.finding import Grade, Problem
from generator.library.examples import THROUGH_THE_VILLAGE
from generator.pages import address
from generator.pages.cards import Cards
from generator.pages.meta import column
from generator.pages.page import Page
from generator.pages.turn import Turn
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
        governed: the records that it governs, the newest first.
        warned: those of them that carry a warning under it.
        income: what the villages received from them, where the clause concerns such money.
        payments: what operators paid households under the mechanisms that it names, or under all.
    """

    clause: Clause
    depth: int
    rules: list[Problem]
    governed: list[Row]
    warned: list[Row]
    income: Decimal
    payments: Decimal


class Clauses:
    """The clauses of all documents over one overview, each reckoned once."""

    def __init__(self, overview: "Overview") -> None:
        self._overview = overview
        self._governed: dict[str, list[Row]] = {}
        self._live: dict[str, Live] = {}
        self._income = {row.id: row.income for row in overview.rows}
        self._payments = {row.id: _by_mechanism(row) for row in overview.rows}
        self._all = {row: sum(paid.values(), _ZERO) for row, paid in self._payments.items()}

    def live(self, clause: Clause) -> Live:
        """A clause with its rules, records and money."""
        if clause.id not in self._live:
            self._live[clause.id] = self._make(clause)
        return self._live[clause.id]

    def governed(self, policy: Policy) -> list[Row]:
        """The rows that a document governs; national and register's own rules govern all."""
        if policy.kind != "local":
            return self._overview.rows
        if policy.id not in self._governed:
            policies = self._overview.site.reference.policies
            rows = self._overview.rows
            self._governed[policy.id] = [row for row in rows if policy in policies.of(row.place, row.year)]
        return self._governed[policy.id]

    def _make(self, clause: Clause) -> Live:
        site = self._overview.site
        rows = self.governed(site.reference.policies[clause.policy])
        rules = [each for each in site.problems.values() if clause.id in each.clauses]
        codes = {each.code for each in rules if each.grade is Grade.WARNING}
        named = {each.code for each in clause.mechanisms}
        concerned = [row for row in rows if not named.isdisjoint(row.mechanisms)] if named else rows
        village = not named or not named.isdisjoint(THROUGH_THE_VILLAGE)
        return Live(
            clause=clause,
            depth=self._depth(clause),
            rules=rules,
            governed=concerned,
            warned=[row for row in rows if not codes.isdisjoint(row.warnings)] if codes else [],
            income=sum((self._income[row.id] for row in concerned), _ZERO) if village else _ZERO,
            payments=self._paid(concerned, named),
        )

    def _paid(self, rows: list[Row], named: set[str]) -> Decimal:
        if not named:
            return sum((self._all[row.id] for row in rows), _ZERO)
        return sum((self._payments[row.id].get(code, _ZERO) for row in rows for code in named), _ZERO)

    def _depth(self, clause: Clause) -> int:
        parents = self._overview.site.reference.policies.clauses
        return 1 + self._depth(parents[clause.parent]) if clause.parent else 0


def _by_mechanism(row: Row) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for year in row.years:
        for code, amount, _ in year.payments:
            found[code] = found.get(code, _ZERO) + amount
    return found


def clause_pages(overview: "Overview", cards: Cards, turn: Turn) -> Iterator[Page]:
    """A page for every clause of every document."""
    for policy in overview.site.reference.policies:
        for clause in policy.clauses:
            if turn.mine():
                yield _page(overview.clauses.live(clause), policy, overview, cards)


def _page(live: Live, policy: Policy, overview: "Overview", cards: Cards) -> Page:
    clause = live.clause
    title = f"{overview.site.reference.policies.cite(clause.id)} {clause.heading}"
    description = f"这一条说什么，照它检查哪些规则，管到 {len(live.governed)} 个项目，付了多少钱。"
    children = [each for each in policy.clauses if each.parent == clause.id]
    body = overview.site.render(
        "library/clause.html",
        live=live,
        policy=policy,
        title=title,
        children=children,
        original=overview.shelf.original(clause),
        warned=Markup("".join(cards.of(row) for row in live.warned[:_WARNED])),
        newest=Markup("".join(cards.of(row) for row in live.governed[:_NEWEST])),
    )
    return Page(
        address=address.clause_page(clause),
        title=title,
        description=description,
        body=body,
        head=column(title, description, "政策条款"),
    )
