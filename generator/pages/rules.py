"""The page of every rule: what it asks, why, on what ground, with examples, and whom it concerns now."""

from collections.abc import Iterator
from functools import partial

from generator.checks.catalogue import FAMILIES, explain
from generator.findings.finding import GRADES, Grade, Problem
from generator.findings.remedies import remedy
from generator.pages.address import clause_page, rule_folder
from generator.pages.cards import Cards
from generator.pages.listing import BY_YEAR, Listing, pages
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.turn import Turn
from generator.records.privacy import masked

EFFECTS = {
    Grade.ERROR: "有这种问题的记录不能公布，要先改好。",
    Grade.WARNING: "有这种情况的记录可以公布，项目页上会写明。",
    Grade.NOTE: "只是给填表人的建议，不影响公布。",
}
"""What the grades do, in words for readers."""


def rule_pages(overview: Overview, cards: Cards, turn: Turn) -> Iterator[Page]:
    """The pages of all rules."""
    for problem in overview.site.problems.values():
        yield from pages(_listing(problem, overview), overview.site, cards, turn)


def linked(clause: str, site: Site) -> tuple[str, str]:
    """A clause's address and citation."""
    policies = site.reference.policies
    return clause_page(policies.clauses[clause]), policies.cite(clause)


def _listing(problem: Problem, overview: Overview) -> Listing:
    rows = overview.warnings.get(problem.code, [])
    told = problem.grade is Grade.WARNING
    return Listing(
        section="rules",
        folder=rule_folder(problem.code),
        title=f"{problem.code} {problem.title.zh}",
        description=problem.why.zh,
        trail=(("help/rules.html", "检查规则"),),
        rows=rows,
        heading=BY_YEAR,
        intro=partial(_intro, problem, overview.site),
        empty="现在没有项目有这条提示。" if told else "",
        name="有这条提示的项目" if told else "",
    )


def _intro(problem: Problem, site: Site) -> str:
    known = explain(problem.code, site.reference.policies)
    held = site.reference.policies.clauses
    clauses = [(clause, held[clause]) for clause in problem.clauses if clause in held]
    return site.render(
        "rule.html",
        problem=problem,
        family=FAMILIES[problem.code[0]].zh,
        grade=GRADES[problem.grade].zh,
        effect=EFFECTS[problem.grade],
        refused=problem.grade is Grade.ERROR,
        remedy=remedy(problem),
        clauses=[(*linked(clause, site), found.summary) for clause, found in clauses],
        bad=[masked(each.text) for each in known.examples.bad] if known.examples else [],
        good=[masked(each.text) for each in known.examples.good] if known.examples else [],
    )
