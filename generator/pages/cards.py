"""One project as a list shows it."""

from collections.abc import Iterable
from functools import cache, partial
from typing import Any

from markupsafe import Markup, escape

from generator.pages.amounts import households
from generator.pages.fen import rough
from generator.pages.site import UP, Site
from generator.records.summary import Row

_MOST = 20_000
"""So many cards are kept at most: they take up a kilobyte each, in every process that makes lists."""


class Cards:
    """Makes cards, and keeps those for our own pages: a project stands in about ten lists."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._card = site.text("card.html", "card")
        self._made: dict[str, str] = {}
        self._places = cache(lambda code: site.reference.places.full_name(code) or site.settings.county)
        self._ways = cache(lambda codes: escape(site.labels(codes, "mechanisms")))
        self._hints = cache(partial(_hints, site))

    def __reduce__(self) -> tuple[Any, ...]:
        return Cards, (self._site,)

    def of(self, row: Row, up: str = UP) -> str:
        """A row's card, for a page from which ``up`` leads to the site's root."""
        return self._kept(row) if up == UP else self._make(row, up)

    def joined(self, rows: Iterable[Row]) -> Markup:
        """The cards of some rows, for a page of our own."""
        made, kept = self._made, self._kept
        return Markup("".join([made.get(row.id) or kept(row) for row in rows]))

    def _kept(self, row: Row) -> str:
        if row.id not in self._made:
            if len(self._made) == _MOST:
                self._made.clear()
            self._made[row.id] = self._make(row, UP)
        return self._made[row.id]

    def _make(self, row: Row, up: str) -> str:
        figures = self._figures(row)
        hints = self._hints(row.warnings) if row.warnings else ""
        return self._card(row, up, self._places(row.place), self._ways(row.mechanisms), figures, hints)

    def _figures(self, row: Row) -> list[tuple[str, str]]:
        worth = self._site.worth
        investment, _, income, payments = worth.sums[row.money]
        found = [("总投入", rough(investment)), ("带动农户", households(row.households))]
        if worth.years[row.money]:
            found.append(("村集体累计收益", rough(income)))
        if payments:
            found.append(("直接付给农户", rough(payments)))
        return found


def _hints(site: Site, codes: tuple[str, ...]) -> str:
    """What was found, each thing once: a reader sees in a list which project owes something."""
    return "、".join([site.problems[code].title.zh for code in dict.fromkeys(codes)])
