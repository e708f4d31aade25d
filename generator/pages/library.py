"""What connects policies, mechanisms and rules with the records."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from generator.checks.catalogue import FAMILIES
from generator.findings.finding import GRADES
from generator.outputs.remembering import of_runs
from generator.pages.cards import Cards
from generator.pages.cases import cases_of
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.pages.tally import tally
from generator.records.linkages import LINKAGES
from generator.records.model import Label, labels
from generator.records.money import Money, yuan
from generator.records.policies import Clause, Policy
from generator.records.summary import Row

_FIRST = 6
_BRIEF = 3
"""Where a topic has more clauses than this, those that only hold others are left out."""


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
    return overview.site.render(
        "library/clauses.html",
        policy=found,
        clauses=[overview.clauses.live(each) for each in found.clauses],
        originals=overview.shelf.original,
        up=up,
    )


def policy_compare(overview: Overview, up: str) -> str:
    """The local documents side by side, topic by topic, each cell with its clauses."""
    policies = [each for each in overview.site.reference.policies if each.kind == "local"]
    topics = [
        (topic.label, [_about(topic.code, policy) for policy in policies])
        for topic in overview.site.reference.vocabularies["topics"]
    ]
    return overview.site.render("library/compare.html", policies=policies, topics=topics, up=up)


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
        cases=cases_of(code, overview),
        ties=sum(number for row in rows for used, number in row.beneficiaries if used == code),
        paid=_paid(code, rows, overview.site),
        cards=[cards.of(row, up) for row in rows[:_FIRST]],
        up=up,
    )


def _stated(code: str) -> list[Label]:
    return [label for label in labels(LINKAGES[code]).values() if label.term]


def _paid(code: str, rows: list[Row], site: Site) -> list[YearPaid]:
    paid: Counter[int] = Counter()
    projects: Counter[int] = Counter()
    for money, times in of_runs(rows, f"paid/{code}", partial(_paid_of, code), site.remember):
        paid.update(money)
        projects.update(times)
    return [YearPaid(year, yuan(paid[year]), projects[year]) for year in sorted(projects, reverse=True)]


def _paid_of(code: str, rows: Sequence[Row]) -> tuple[dict[int, int], dict[int, int]]:
    """What some projects paid under a mechanism, by year: in fen, and how many of them did."""
    paid: dict[int, int] = {}
    projects: dict[int, int] = {}
    for row in rows:
        for year, *_, payments, _ in Money(row.money).years:
            amounts = [amount for used, amount, _ in payments if used == code]
            if amounts:
                paid[year] = paid.get(year, 0) + sum(amounts)
                projects[year] = projects.get(year, 0) + 1
    return paid, projects


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
