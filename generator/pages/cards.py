"""One project as a list shows it."""

from generator.pages.amounts import households, rough
from generator.pages.site import UP, Site
from generator.records.summary import Row


class Cards:
    """Makes cards, and keeps those for our own pages: a project stands in about ten lists."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._card = site.macro("card.html", "card")
        self._made: dict[str, str] = {}

    def of(self, row: Row, up: str = UP) -> str:
        """A row's card, for a page from which ``up`` leads to the site's root."""
        if up != UP:
            return self._make(row, up)
        if row.id not in self._made:
            self._made[row.id] = self._make(row, up)
        return self._made[row.id]

    def _make(self, row: Row, up: str) -> str:
        return str(self._card(row, up, self._site.reference.places.full_name(row.place), _figures(row)))


def _figures(row: Row) -> list[tuple[str, str]]:
    found = [("总投入", rough(row.investment)), ("带动农户", households(row.households))]
    if row.years:
        found.append(("村集体累计收益", rough(row.income)))
    if payments := row.payments:
        found.append(("直接付给农户", rough(payments)))
    return found
