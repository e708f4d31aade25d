"""The page of one project: answers first, details below."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple, TypeVar

from generator.findings.finding import Finding, Grade
from generator.pages.address import project_address
from generator.pages.answers import Answer, answers
from generator.pages.groups import parts, people
from generator.pages.meta import article
from generator.pages.notice import RUNNING, Status, status
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.terms import Term, terms
from generator.records.distribution import Distribution
from generator.records.linkages import Linkage
from generator.records.outcome import BeneficiaryChange, Disclosure, Inspection
from generator.records.project import Project
from generator.records.summary import latest

_Dated = TypeVar("_Dated", Inspection, BeneficiaryChange)


_Mechanism = tuple[Linkage, list[str], str, list[Term], str]
"""A linkage with what a template cannot make of it: the parts of its group, its people, its terms, and the
clauses that bring it in, as HTML."""

_Year = tuple[Distribution, Decimal, Decimal, bool]
"""A year's income, what was used, what went straight to households, and whether the year is the newest."""


class _View(NamedTuple):
    """A record, and what is worked out for its page; ``trail`` is HTML."""

    project: Project
    trail: str
    answers: list[Answer]
    mechanisms: list[_Mechanism]
    notices: list[tuple[Disclosure, Status]]
    running: list[tuple[Disclosure, Status]]
    mending: list[Inspection]
    years: list[_Year]
    direct: Decimal
    warnings: list[Finding]


def project_page(
    project: Project, findings: Sequence[Finding], site: Site, published: date | None = None
) -> Page:
    """The page of a record and of what was found in it; ``published`` is its newest day, if that is known."""
    view = _view(project, findings, site)
    published = published or latest(project)
    return Page(
        address=project_address(project.id),
        title=project.name,
        description=_description(project, site),
        body=_body(project, view, site),
        head=article(project.name, published, site),
        published=published.isoformat(),
    )


def _body(project: Project, view: _View, site: Site) -> str:
    text = site.text
    url = site.permanent(project_address(project.id))
    return "".join(
        (
            text("project/top.html", "top")(view, project),
            text("project/facts.html", "facts")(project, site.kept(_places, project.place)),
            text("project/money.html", "funding")(project),
            text("project/assets.html", "assets")(project),
            text("project/linkages.html", "linkages")(view.mechanisms),
            text("project/linkages.html", "agreements")(project),
            text("project/facts.html", "expected")(project.expected, project.households),
            text("project/process.html", "notices")(view.notices),
            text("project/process.html", "completion")(project, project.completion),
            text("project/money.html", "distributions")(project, view.years),
            text("project/process.html", "inspections")(_newest(project.inspections)),
            text("project/process.html", "changes")(_newest(project.changes)) if project.changes else "",
            text("project/contact.html", "contact")(project, project.supervision, url),
        )
    )


def _newest(dated: Sequence[_Dated]) -> list[_Dated]:
    return sorted(dated, key=attrgetter("on"), reverse=True)


def _view(project: Project, findings: Sequence[Finding], site: Site) -> _View:
    years = _years(project)
    notices = [(each, status(each.from_, each.to, site.as_of)) for each in project.disclosures]
    return _View(
        project=project,
        trail=site.kept(_trail, project.place),
        answers=answers(project, site),
        mechanisms=[
            (
                each,
                parts(each.beneficiaries, site),
                people(each.beneficiaries),
                terms(each, site),
                site.grounds(project.place, project.year, each.mechanism),
            )
            for each in project.linkages
        ],
        notices=notices,
        running=[each for each in notices if each[1].state == RUNNING],
        mending=_newest([each for each in project.inspections if each.deadline and not each.rectified]),
        years=years,
        direct=sum([direct for _, _, direct, _ in years], Decimal(0)),
        warnings=[each for each in findings if each.grade is Grade.WARNING],
    )


def _years(project: Project) -> list[_Year]:
    years = sorted(project.distributions, key=attrgetter("year"), reverse=True)
    return [(each, each.used, each.paid_to_households, each is years[0]) for each in years]


def _trail(site: Site, place: str) -> str:
    return site.macro("project/top.html", "trail")(site.line(place))


def _places(site: Site, place: str) -> str:
    return site.macro("project/facts.html", "places")(site.line(place))


def _place(site: Site, place: str) -> str:
    return "".join([each.name for each in site.line(place)]) or site.settings.county


def _description(project: Project, site: Site) -> str:
    place = site.kept(_place, project.place)
    ways = site.labels(project.mechanisms, "mechanisms")
    return f"{place}{project.year} 年项目“{project.name}”的联农带农公示：{ways or '没有写联农带农机制'}。"
