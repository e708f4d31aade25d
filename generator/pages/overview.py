"""All rows of a register, sorted once and put under everything by which people look for them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import chain
from operator import attrgetter, itemgetter

from generator.library.shelf import Shelf
from generator.outputs.remembering import of_runs
from generator.pages.address import operator_key
from generator.pages.cards import Cards
from generator.pages.clauses import Clauses
from generator.pages.coverage import Coverage
from generator.pages.site import Site
from generator.pages.tally import Tally, tally
from generator.records.details import Details
from generator.records.money import Money
from generator.records.summary import Row

Groups = dict[str, list[Row]]


class Overview:
    """What lists and slots are made from.

    Attributes:
        rows: all published rows, the newest first.
        site: what all pages share.
        left_out: the files that were refused and are not published.
        editorial: the titles of the pages that people wrote, by address.
        shelf: cases, and the few whole records that pages show.
        covered: how far the projects of places reach, as far as somebody has asked.
    """

    def __init__(
        self,
        rows: Iterable[Row],
        site: Site,
        left_out: tuple[str, ...] = (),
        editorial: Mapping[str, str] | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        self.rows = _newest(rows)
        self.site = site
        self.left_out = left_out
        self.editorial = dict(editorial or {})
        self.shelf = shelf or Shelf()
        self.covered: dict[str, Coverage] = {}

    def sort(self) -> None:
        """Put all rows under everything now: before others fork from this process, who would all have to."""
        for name, kept in vars(Overview).items():
            if isinstance(kept, cached_property) and name != "cards":
                getattr(self, name)
        self.clauses.sort()

    @cached_property
    def cards(self) -> Cards:
        """The cards of all rows, kept from one share of the pages to the next."""
        return Cards(self.site)

    @cached_property
    def total(self) -> Tally:
        """The sums over all rows."""
        return tally(self.rows, self.site)

    @cached_property
    def digest(self) -> bytes:
        """That of all records, for what is made from all rows."""
        return sha256(b"".join([row.digest for row in self.rows])).digest()

    @cached_property
    def by_number(self) -> dict[str, Row]:
        """The rows by the number of their project."""
        return {row.id: row for row in self.rows}

    @cached_property
    def clauses(self) -> Clauses:
        """Every clause with what the register makes of it."""
        return Clauses(self)

    @cached_property
    def years(self) -> dict[int, list[Row]]:
        """The rows by the year of the project, the newest first; in a year by township."""
        found: dict[int, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.year, []).append(row)
        return {year: sorted(rows, key=lambda row: row.place[:9]) for year, rows in found.items()}

    @cached_property
    def stages(self) -> Groups:
        """The rows by stage."""
        return self._by_word("stages", ((row.stage,) for row in self.rows))

    @cached_property
    def industries(self) -> Groups:
        """The rows by industry."""
        return self._by_word("industries", ((row.industry,) for row in self.rows))

    @cached_property
    def funds(self) -> Groups:
        """The rows by fund source; a row stands under each of its sources."""
        sources = of_runs(self.rows, "sources", _sources, self.site.remember)
        return self._by_word("fund_sources", chain.from_iterable(sources))

    @cached_property
    def mechanisms(self) -> Groups:
        """The rows by mechanism, all mechanisms in their order, also those without rows."""
        found = self._by_word("mechanisms", (row.mechanisms for row in self.rows))
        return {
            term.code: found.get(term.code, []) for term in self.site.reference.vocabularies["mechanisms"]
        }

    @cached_property
    def warnings(self) -> Groups:
        """The rows by the codes of the warnings that they carry."""
        found: Groups = {}
        for row in self.rows:
            for code in dict.fromkeys(row.warnings):
                found.setdefault(code, []).append(row)
        return found

    @cached_property
    def operators(self) -> Groups:
        """The rows by operator key, the operators with most projects first."""
        found: Groups = {}
        for row in self.rows:
            if row.operator:
                found.setdefault(operator_key(row.operator, row.credit_code), []).append(row)
        return dict(
            sorted(found.items(), key=lambda item: (-len(item[1]), item[1][0].operator or "", item[0]))
        )

    @cached_property
    def places(self) -> Groups:
        """The rows by place code; a unit has those of all units below it."""
        places = self.site.reference.places
        above: dict[str, list[str]] = {
            place.code: [up.code for up in places.line(place.code)] for place in places
        }
        found: Groups = {place.code: [] for place in places}
        for row in self.rows:
            for code in above.get(row.place, ()):
                found[code].append(row)
        return found

    @cached_property
    def running(self) -> Groups:
        """The rows of running projects by their own place, without those of the places below it."""
        stages = self.site.running
        found: Groups = {}
        for row in self.rows:
            if row.stage in stages:
                found.setdefault(row.place, []).append(row)
        return found

    @cached_property
    def noticed(self) -> list[Row]:
        """The rows with a notice period under way, the one that ends first in front."""
        ends = chain.from_iterable(of_runs(self.rows, "notices", self._ends, self.site.remember))
        found = [(end, row.id, row) for end, row in zip(ends, self.rows, strict=True) if end]
        return [row for _, _, row in sorted(found, key=itemgetter(0, 1))]

    def _ends(self, rows: Sequence[Row]) -> list[date | None]:
        return [notice_end(row, self.site) for row in rows]

    @cached_property
    def latest(self) -> list[Row]:
        """All rows, the one with the newest disclosure first."""
        return _latest(self.rows)

    def _by_word(self, vocabulary: str, words: Iterable[Iterable[str]]) -> Groups:
        """The rows by words, in the order of the vocabulary; ``words`` are those of every row."""
        found: Groups = {}
        for row, codes in zip(self.rows, words, strict=True):
            for code in codes:
                found.setdefault(code, []).append(row)
        terms = self.site.reference.vocabularies[vocabulary]
        return {term.code: found[term.code] for term in terms if term.code in found}


def _sources(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    return [tuple({source: None for source, _ in Money(row.money).funds}) for row in rows]


def notice_end(row: Row, site: Site) -> date | None:
    """The last day of the notice period that is under way and ends first, or None."""
    return Details(row.details).notice_end(site.as_of)


def _newest(rows: Iterable[Row]) -> list[Row]:
    return sorted(_latest(rows), key=attrgetter("year"), reverse=True)


def _latest(rows: Iterable[Row]) -> list[Row]:
    """The newest disclosure first; on one day by number. Sorts are stable, and need no keys of their own."""
    return sorted(sorted(rows, key=attrgetter("id")), key=attrgetter("latest"), reverse=True)
