"""Lists of projects: cut into pages, newest first, under headings, with totals at the top."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.pages.address import paged
from generator.pages.cards import Cards
from generator.pages.meta import column
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.turn import Turn
from generator.records.summary import Row

Heading = Callable[[Row], str]
Links = tuple[tuple[str, str], ...]
"""Addresses and texts."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of projects and what stands around it.

    Attributes:
        section: whose frame it takes.
        folder: where its pages lie.
        title: of its pages.
        description: one sentence on what it lists.
        trail: the steps down to it from the home page.
        rows: in the order in which they are shown.
        heading: the heading under which a row stands; rows of one heading stand together.
        intro: makes the HTML at the top of the first page.
        empty: what is said where there is no row.
        name: the heading of the list itself; empty where the title says it.
        step: the last step of the trail; the title where empty.
        jump: by what one may jump ahead; the headings where None.
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


@dataclass(frozen=True, slots=True)
class Group:
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


def pages(listing: Listing, site: Site, cards: Cards, turn: Turn | None = None) -> Iterator[Page]:
    """The pages of a list, or those whose turn it is; one page also where there is no row."""
    turn = turn or Turn()
    size = site.settings.page_size
    last = max(1, -(-len(listing.rows) // size))
    jumps = _jumps(listing, size) if last > 1 else []
    for number in range(1, last + 1):
        if not turn.mine():
            continue
        start = (number - 1) * size
        yield page(
            listing,
            number,
            last,
            site.render(
                "list.html",
                listing=listing,
                intro=Markup(listing.intro()) if number == 1 else "",
                groups=_groups(listing, start, start + size, jumps, cards),
                jumps=jumps if len(jumps) > 1 else [],
                number=number,
                last=last,
                numbers=numbers(number, last),
                total=len(listing.rows),
            ),
        )


def page(listing: Listing, number: int, last: int, body: str) -> Page:
    """One page of a list around its body."""
    title = listing.title if number == 1 else f"{listing.title}（第 {number} 页，共 {last} 页）"
    return Page(
        address=paged(listing.folder, number),
        title=title,
        description=listing.description,
        body=body,
        head=column(title, listing.description, "项目名单"),
    )


def numbers(number: int, last: int) -> list[int]:
    """The page numbers to offer: the first, the last and those around; 0 stands for a gap."""
    near = [each for each in range(1, last + 1) if each in (1, last) or abs(each - number) <= 2]
    found: list[int] = []
    for each in near:
        if found and each - found[-1] == 2:
            found.append(each - 1)
        elif found and each - found[-1] > 2:
            found.append(0)
        found.append(each)
    return found


def _jumps(listing: Listing, size: int) -> list[Jump]:
    found, start = [], 0
    for number, (text, rows) in enumerate(groupby(listing.rows, listing.jump or listing.heading), 1):
        many = sum(1 for _ in rows)
        page = start // size + 1
        found.append(Jump(text, many, page, paged(listing.folder, page), start, f"g{number}"))
        start += many
    return found


def _groups(listing: Listing, start: int, end: int, jumps: list[Jump], cards: Cards) -> list[Group]:
    """The groups of one page, whose rows are those from ``start`` to before ``end``."""
    ids = {jump.start: jump.id for jump in jumps}
    found = []
    for text, each in groupby(listing.rows[start:end], listing.heading):
        shown = list(each)
        goes_on = bool(start) and listing.heading(listing.rows[start - 1]) == text
        made = Markup("".join(cards.of(row) for row in shown))
        found.append(Group(f"{text}（续）" if goes_on else text, ids.get(start, ""), made))
        start += len(shown)
    return found
