"""What all pages are made from, besides their own record or rows."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from inspect import unwrap
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.findings.finding import GRADES, Problem
from generator.outputs.remembering import Remember
from generator.pages import address, amounts, days, printed
from generator.pages.escaping import Templates, Words
from generator.pages.facts import Facts
from generator.pages.fen import rough as rough_fen
from generator.pages.qr import qr_png
from generator.pages.sentence import sentence
from generator.pages.worth import Worth
from generator.records.money import yuan
from generator.records.places import Place
from generator.records.policies import Policy
from generator.records.reference import Reference
from generator.settings import Settings

UP = "../../"
"""From a page that we write to the site's root."""

TEMPLATES = Path(__file__).parent / "templates"

_PLAIN = frozenset(
    {
        *("average", "count", "households", "money", "percent", "rough", "rough_fen", "ties", "yuan"),
        *("day", "month", "period"),
        *("list_link", "mechanism_link", "place_link", "rule_link"),
        *("explained", "label", "labels", "qr", "short", "tel"),
    }
)
"""Filters that return numbers, days, addresses made of codes, or HTML."""


class Site:
    """Settings, reference data, the as-of date, the kinds of findings, and the templates.

    It can be sent to another process, where the templates are loaded again.

    Attributes:
        running: the stages of running projects.
        assistance: the sources of assistance funds.
        worth: what rows count for in sums.
    """

    def __init__(
        self, settings: Settings, reference: Reference, as_of: date, problems: Mapping[str, Problem]
    ) -> None:
        self.settings = settings
        self.reference = reference
        self.as_of = as_of
        self.problems = dict(problems)
        words = reference.vocabularies
        self.running = words["stages"].marked("running")
        self.assistance = words["fund_sources"].marked("assistance")
        self.worth = Worth(self.assistance)
        self._labels = _forms(reference, lambda term: term.label)
        self._shorts = _forms(reference, lambda term: term.short)
        self._env = _environment(self)
        self._lines: dict[str, list[Place]] = {}
        self._grounds: dict[tuple[str, tuple[Policy, ...]], str] = {}
        self._macros: dict[tuple[str, str], Callable[..., str]] = {}
        self._texts: dict[tuple[str, str], Callable[..., str]] = {}
        self._kept: dict[tuple[Callable[[Site, str], str], str], str] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Site, (self.settings, self.reference, self.as_of, self.problems)

    @property
    def remember(self) -> Remember:
        """What earlier builds told of many records together, and compiled templates to."""
        return self._env.remember

    @remember.setter
    def remember(self, remember: Remember) -> None:
        self._env.remember = remember

    def prepare(self) -> None:
        """Compile all templates, so that who remembers that need not do it."""
        for name in self._env.list_templates():
            self._env.get_template(name)

    def label(self, code: str, vocabulary: str) -> str:
        """The full official word for a code."""
        return self._labels[vocabulary][code]

    def labels(self, codes: Iterable[str], vocabulary: str) -> str:
        """The full words for several codes, as a list in a sentence."""
        words = self._labels[vocabulary]
        return "、".join([words[code] for code in codes])

    def short(self, code: str, vocabulary: str) -> str:
        """The short word for a code."""
        return self._shorts[vocabulary][code]

    def explained(self, code: str, vocabulary: str) -> str:
        """The sentence that explains a word; empty where there is none."""
        return self.reference.vocabularies[vocabulary][code].help

    def marked(self, code: str, vocabulary: str, mark: str) -> bool:
        """Whether a word carries a mark."""
        return mark in self.reference.vocabularies[vocabulary].terms[code].marks

    def line(self, code: str) -> list[Place]:
        """A place and all above it, the highest first; empty where the register lacks the place.

        That is found only when all records have been read, and a page may be made before.
        """
        if code not in self._lines:
            places = self.reference.places
            self._lines[code] = places.line(code) if code in places else []
        return self._lines[code]

    def kept(self, make: Callable[["Site", str], str], key: str) -> str:
        """What ``make`` makes of this and a key, such as the code of a place; made once for all pages."""
        found = self._kept.get((make, key))
        if found is None:
            found = self._kept[make, key] = make(self, key)
        return found

    @cached_property
    def folders(self) -> dict[str, Place]:
        """The places by the folders of their pages."""
        return {address.place_folder(place): place for place in self.reference.places}

    def permanent(self, page: str) -> str:
        """The full address of a page; empty where the site's own is not known."""
        base = self.settings.site_url
        return f"{base.rstrip('/')}/{page}" if base else ""

    def grounds(self, place: str, year: int, mechanism: str) -> str:
        """The clauses that bring a mechanism in for a record, as links; empty where there is none."""
        governing = self.reference.policies.of(place, year)
        found = self._grounds.get((mechanism, governing))
        if found is None:
            clauses = [
                (address.clause_page(clause), self.reference.policies.cite(clause.id))
                for policy in governing
                for clause, _ in policy.named().get(mechanism, ())
            ]
            found = self.macro("project/linkages.html", "grounds")(clauses)
            self._grounds[mechanism, governing] = found
        return found

    def render(self, template: str, **values: object) -> str:
        """A template filled with values; every text in them is escaped."""
        return self._env.get_template(template).render(values)

    def renderer(self, template: str) -> Callable[..., str]:
        """The same for a template that is used many times."""
        return self._env.get_template(template).render

    def macro(self, template: str, name: str) -> Callable[..., str]:
        """One macro of a template, to be called from Python."""
        key = template, name
        if key not in self._macros:
            self._macros[key] = getattr(self._env.get_template(template).module, name)
        return self._macros[key]

    def text(self, template: str, name: str) -> Callable[..., str]:
        """The same for who joins texts to a page: what it returns is HTML and does not say so.

        To say so a text is copied, and of a page that would be all.
        """
        found = self._texts.get((template, name))
        if found is None:
            found = self._texts[template, name] = unwrap(self.macro(template, name))
        return found


def _forms(reference: Reference, form: Callable[[Any], str]) -> dict[str, dict[str, str]]:
    return {
        name: {term.code: form(term) for term in vocabulary}
        for name, vocabulary in reference.vocabularies.items()
    }


def _sheets_at(site: Site, folder: str) -> list[printed.Printed]:
    """The sheets of the place whose pages lie in a folder."""
    choices = site.settings.notices.sheets
    return list(printed.of_place(site.folders[folder], choices)) if choices else []


def _tel(site: Site, number: str) -> str:
    return site.macro("parts.html", "tel")(number)


def _words(reference: Reference, form: Callable[[Any], str]) -> Words:
    """A filter from a code and its vocabulary to a word, escaped once for all pages."""
    return Words(
        {
            name: {code: escape(word) for code, word in forms.items()}
            for name, forms in _forms(reference, form).items()
        }
    )


def _environment(site: Site) -> Templates:
    choices = site.settings.notices.sheets
    stages = site.reference.vocabularies["stages"]
    label = _words(site.reference, lambda term: term.label)
    env = Templates(
        plain=_PLAIN,
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[Facts],
    )
    env.filters.update(
        labels=lambda codes, vocabulary: Markup("、".join([label(code, vocabulary) for code in codes])),
        listed="、".join,
        list_link=lru_cache(1024)(lambda key, group: UP + address.list_address(group, key)),
        marked=site.marked,
        mechanism_link=lambda code: UP + address.mechanism_address(code),
        operator_link=lambda operator: (
            UP
            + address.paged(
                address.operator_folder(address.operator_key(operator.name, operator.credit_code))
            )
        ),
        period=lambda period: days.span(period.start, period.end),
        place_link=lambda place: UP + address.place_address(place),
        rule_link=lambda code: UP + address.rule_address(code),
        average=amounts.average,
        count=amounts.count,
        day=days.day,
        explained=_words(site.reference, lambda term: term.help),
        households=amounts.households,
        label=label,
        money=amounts.money,
        month=days.month,
        spoken=days.spoken,
        past=lambda day: day < site.as_of,
        percent=amounts.percent,
        in_yuan=yuan,
        rough_fen=rough_fen,
        rough=amounts.rough,
        qr=qr_png,
        project_address=address.project_address,
        sentence=sentence,
        short=_words(site.reference, lambda term: term.short),
        tel=lambda number: site.kept(_tel, number),
        ties=lambda number: f"{number:,} 户次",
        yuan=amounts.yuan,
    )
    env.globals.update(
        UP=UP,
        GRADES=GRADES,
        ZERO=Decimal(0),
        address=address,
        as_of=site.as_of,
        permanent=site.permanent,
        sheets_at=lambda folder: _sheets_at(site, folder),
        sheets_of=lambda project: list(printed.of_project(project, stages, choices)),
        places=site.reference.places,
        policies=site.reference.policies,
        settings=site.settings,
        share=amounts.share,
    )
    return env
