"""Lists of projects: cut into pages, newest first, under headings, with totals at the top."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from markupsafe import Markup

from generator.pages.address import paged
from generator.pages.cards import Cards
from generator.pages.page import Page
from generator.pages.paging import Cut, count, cuts
from generator.pages.site import Site
from generator.pages.turn import Depends, Turn
from generator.records.summary import Row


class Heading(NamedTuple):
    """How rows are put under headings: by what they have in common, under the words for one of them."""

    common: Callable[[Row], object]
    words: Callable[[Row], str]


BY_YEAR = Heading(attrgetter("year"), lambda row: f"{row.year} 年")
"""The headings of a list that runs over years."""

Links = tuple[tuple[str, str], ...]
"""Addresses and texts."""


class Listing(NamedTuple):
    """A list of projects and what stands around it.

    Attributes:
        section: whose frame it takes.
        folder: where its pages lie.
        title: of its pages.
        description: one sentence on what it lists.
        trail: the steps down to it from the home page.
        rows: in the order in which they are shown.
        heading: the headings under which rows stand; rows of one heading stand together.
        intro: makes the HTML at the top of the first page, from the rows and what does not change.
        empty: what is said where there is no row.
        name: the heading of the list itself; empty where the title says it.
        step: the last step of the trail; the title where empty.
        jump: by what one may jump ahead; the headings where None.
        head: further elements for the head of its pages.
    """

    section: str
    folder: str
    title: str
    description: str
    trail: Links
    rows: Sequence[Row]
    heading: Heading
    intro: Callable[[], str] = str
    empty: str = "现在没有项目。"
    name: str = ""
    step: str = ""
    jump: Heading | None = None
    head: str = ""


class Planned(NamedTuple):
    """A list that is thought of only where it is made: where it lies, its rows, and what makes it of them.

    What it makes may depend on nothing but the folder, the rows, and what is the same for all pages.
    """

    folder: str
    rows: Sequence[Row]
    make: Callable[[], Listing]


class Group(NamedTuple):
    """Rows under one heading on one page; ``id`` is empty where no jump leads here."""

    heading: str
    id: str
    cards: Markup


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a heading's first row is: the page, and the row's place in the list and on it."""

    heading: str
    count: int
    page: int
    address: str
    start: int
    id: str


def wanted(planned: Iterable[Planned], site: Site, turn: Turn) -> Iterator[Listing]:
    """The lists of which at least one page is to be made here; ask for the next when those are made."""
    for folder, rows, make in planned:
        many = count(len(rows), site.settings.page_size)
        if not turn.passes(many) and not turn.settled(partial(_addresses, folder, many), partial(_all, rows)):
            yield make()


def _addresses(folder: str, many: int) -> list[str]:
    return [paged(folder, number) for number in range(1, many + 1)]


def pages(listing: Listing, site: Site, cards: Cards, turn: Turn | None = None) -> Iterator[Page]:
    """The pages of a list, or those to be made here; one page also where there is no row."""
    turn, size = turn or Turn(), site.settings.page_size
    if turn.passes(count(len(listing.rows), size)):
        return
    jumps = _jumps(listing, size) if len(listing.rows) > size else []
    ahead = site.macro("list.html", "ahead")(jumps) if len(jumps) > 1 else ""
    ids = {jump.start: jump.id for jump in jumps}
    around = _around(listing, ahead) if turn.keyed else ""
    for cut in cuts(listing.folder, listing.rows, size, turn):
        if turn.changed(cut.address, partial(_depends, listing, cut, around)):
            intro = Markup(listing.intro()) if cut.number == 1 else ""
            groups = _groups(listing, cut, ids, cards)
            body = site.text("list.html", "page")(listing, cut, intro, groups, ahead)
            yield cut.page(listing.title, listing.description, body, listing.head)


def _around(listing: Listing, ahead: str) -> str:
    """What all pages of a list have in common."""
    texts = listing.title, listing.description, listing.step, listing.name, listing.empty, listing.head
    return "\0".join((*texts, *chain(*listing.trail), ahead))


def _depends(listing: Listing, cut: Cut[Row], around: str) -> tuple[Depends, ...]:
    """What a page shows: the first one has sums over all rows, the others their own rows."""
    if cut.number == 1:
        return _all(listing.rows)
    before = listing.heading.words(listing.rows[cut.start - 1])
    return around, b"".join([row.digest for row in cut.items]), before, cut.total


def _all(rows: Sequence[Row]) -> tuple[Depends, ...]:
    """What the first page of a list is made from, and with it the whole list."""
    return (b"".join([row.digest for row in rows]),)


def _jumps(listing: Listing, size: int) -> list[Jump]:
    found, start = [], 0
    common, words = listing.jump or listing.heading
    for number, (_, rows) in enumerate(groupby(listing.rows, common), 1):
        many, page = len(list(rows)), start // size + 1
        text = words(listing.rows[start])
        found.append(Jump(text, many, page, paged(listing.folder, page), start, f"g{number}"))
        start += many
    return found


def _groups(listing: Listing, cut: Cut[Row], ids: Mapping[int, str], cards: Cards) -> list[Group]:
    """The groups of one page; ``ids`` are those of the rows to which one may jump, by their places."""
    found, start = [], cut.start
    common, words = listing.heading
    for key, each in groupby(cut.items, common):
        rows = list(each)
        text = words(rows[0])
        goes_on = bool(start) and common(listing.rows[start - 1]) == key
        found.append(Group(f"{text}（续）" if goes_on else text, ids.get(start, ""), cards.joined(rows)))
        start += len(rows)
    return found
