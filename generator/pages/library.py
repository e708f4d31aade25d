"""What connects policies, mechanisms and rules with the records."""

from dataclasses import dataclass
from decimal import Decimal

from generator.checks.catalogue import FAMILIES
from generator.findings.finding import GRADES, Grade, Problem
from generator.pages.cards import Cards
from generator.pages.overview import Overview
from generator.pages.tally import tally
from generator.records.linkages import LINKAGES
from generator.records.model import Label, labels
from generator.records.policies import Clause, Policy
from generator.records.summary import Row

_FIRST = 6
_BRIEF = 3
"""A cell of the comparison with more clauses than this shows their headings only."""


@dataclass(frozen=True, slots=True)
class Live:
    """A clause with what the register makes of it.

    ``governed`` counts the records that it governs, ``warned`` those that carry a warning under it.
    """

    clause: Clause
    depth: int
    rules: list[Problem]
    governed: int
    warned: int


@dataclass(frozen=True, slots=True)
class YearPaid:
    """What was paid straight to households under one mechanism in one year, in yuan."""

    year: int
    amount: Decimal
    projects: int


def policy_header(overview: Overview, up: str, policy: str) -> str:
    """The header block of a document; unknown facts are left out."""
    return overview.site.render("library/header.html", policy=overview.site.reference.policies[policy], up=up)


def clauses(overview: Overview, up: str, policy: str) -> str:
    """All clauses of a document, each in its place, with its rules and figures."""
    found = overview.site.reference.policies[policy]
    rows = governed(found, overview)
    return overview.site.render(
        "library/clauses.html",
        policy=found,
        clauses=[_live(each, rows, overview) for each in found.clauses],
        up=up,
    )


def governed(policy: Policy, overview: Overview) -> list[Row]:
    """The rows that a document governs; national and register's own rules govern all."""
    if policy.kind != "local":
        return overview.rows
    policies = overview.site.reference.policies
    return [row for row in overview.rows if policy in policies.of(row.place, row.year)]


def _live(clause: Clause, rows: list[Row], overview: Overview) -> Live:
    rules = [each for each in overview.site.problems.values() if clause.id in each.clauses]
    codes = {each.code for each in rules if each.grade is Grade.WARNING}
    named = {each.code for each in clause.mechanisms}
    concerned = [row for row in rows if not named.isdisjoint(row.mechanisms)] if named else rows
    return Live(
        clause=clause,
        depth=_depth(clause, overview),
        rules=rules,
        governed=len(concerned),
        warned=sum(not codes.isdisjoint(row.warnings) for row in rows) if codes else 0,
    )


def _depth(clause: Clause, overview: Overview) -> int:
    parents = overview.site.reference.policies.clauses
    return 1 + _depth(parents[clause.parent], overview) if clause.parent else 0


def policy_compare(overview: Overview, up: str) -> str:
    """The local documents side by side, topic by topic, each cell with its clauses."""
    policies = [each for each in overview.site.reference.policies if each.kind == "local"]
    topics = [
        (topic.label, [_about(topic.code, policy) for policy in policies])
        for topic in overview.site.reference.vocabularies["topics"]
    ]
    return overview.site.render("library/compare.html", policies=policies, topics=topics, brief=_BRIEF, up=up)


def _about(topic: str, policy: Policy) -> list[Clause]:
    found = [clause for clause in policy.clauses if topic in clause.topics]
    parents = {clause.parent for clause in found}
    return [clause for clause in found if clause.id not in parents] if len(found) > _BRIEF else found


def mechanism(overview: Overview, up: str, code: str) -> str:
    """What the agreement must say, what the documents call it, and what the register has of it."""
    rows = overview.mechanisms[code]
    cards = Cards(overview.site)
    return overview.site.render(
        "library/mechanism.html",
        term=overview.site.reference.vocabularies["mechanisms"][code],
        code=code,
        terms=_stated(code),
        named=[
            (policy, *each)
            for policy in overview.site.reference.policies
            for each in policy.named().get(code, [])
        ],
        total=tally(rows, overview.site),
        ties=sum(number for row in rows for used, number in row.beneficiaries if used == code),
        paid=_paid(code, rows),
        cards=[cards.of(row, up) for row in rows[:_FIRST]],
        up=up,
    )


def _stated(code: str) -> list[Label]:
    return [label for label in labels(LINKAGES[code]).values() if label.term]


def _paid(code: str, rows: list[Row]) -> list[YearPaid]:
    years: dict[int, list[Decimal]] = {}
    for row in rows:
        for year in row.years:
            amounts = [amount for used, amount, _ in year.payments if used == code]
            if amounts:
                years.setdefault(year.year, []).append(sum(amounts, Decimal(0)))
    return [
        YearPaid(year, sum(amounts, Decimal(0)), len(amounts))
        for year, amounts in sorted(years.items(), reverse=True)
    ]


def rules(overview: Overview, up: str) -> str:
    """All rules by family, each with its grade and how many projects it warns of."""
    families = [
        (name.zh, [each for each in overview.site.problems.values() if each.code.startswith(letter)])
        for letter, name in FAMILIES.items()
    ]
    return overview.site.render(
        "library/rules.html",
        families=[each for each in families if each[1]],
        grades=GRADES,
        warned={code: len(rows) for code, rows in overview.warnings.items()},
        up=up,
    )
