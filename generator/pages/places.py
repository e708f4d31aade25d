"""The pages of the county, its townships and villages."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import escape

from generator.pages.address import place_address, place_folder, township_feed
from generator.pages.amounts import FEW, counted, households, share
from generator.pages.cards import Cards
from generator.pages.coverage import Coverage, coverage
from generator.pages.listing import BY_YEAR, Listing, Planned, pages, wanted
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.site import UP
from generator.pages.tally import by_year, tally
from generator.pages.turn import Turn
from generator.records.places import Place, Places

_BELOW = {"township": "各村", "county": "各乡镇", "prefecture": "各县", "province": "各地"}


@dataclass(frozen=True, slots=True)
class Child:
    """A unit below, with what its line in the list says."""

    place: Place
    projects: int
    running: int


def place_pages(overview: Overview, cards: Cards, turn: Turn) -> Iterator[Page]:
    """The pages of all places, also of those without projects."""
    site = overview.site
    planned = (
        Planned(place_folder(place), overview.places[place.code], partial(_listing, place, overview))
        for place in site.reference.places
    )
    for listing in wanted(planned, site, turn):
        yield from pages(listing, site, cards, turn)


def children(place: Place, overview: Overview) -> list[Child]:
    """The units directly below a place."""
    running = overview.site.running
    return [
        Child(
            each,
            len(overview.places[each.code]),
            sum(row.stage in running for row in overview.places[each.code]),
        )
        for each in overview.site.reference.places.children(place.code)
    ]


def _listing(place: Place, overview: Overview) -> Listing:
    rows = overview.places[place.code]
    places = overview.site.reference.places
    above = places.line(place.code)[:-1]
    name = places.full_name(place.code) or place.name
    return Listing(
        section="places",
        folder=place_folder(place),
        title=f"{name}的联农带农项目",
        description=f"{name}全部 {len(rows)} 个联农带农项目：投了多少、带动多少户、收益怎样分。",
        trail=tuple((place_address(each), each.name) for each in above),
        rows=rows,
        heading=BY_YEAR,
        intro=partial(_intro, place, overview),
        empty=f"{place.name}还没有公布的项目。",
        name="全部项目" if rows else "",
        step=place.name,
        head=_feed(place) if place.level == "township" else "",
    )


def _feed(place: Place) -> str:
    """The link by which readers of feeds find a township's own."""
    # "feed" beside "alternate", as the theme takes any other alternate for the page in another language.
    return (
        f'\n<link rel="alternate feed" type="application/atom+xml" title="{escape(place.name)}联农带农公示"'
        f' href="{UP}{township_feed(place)}">'
    )


def _intro(place: Place, overview: Overview) -> str:
    rows, site = overview.places[place.code], overview.site
    return site.text("place.html", "place")(
        tally(rows, site),
        by_year(rows, site),
        told(place, overview),
        children(place, overview),
        _BELOW.get(place.level, ""),
    )


def told(place: Place, overview: Overview) -> list[str]:
    """How far the projects of a place reach, in sentences."""
    places, reach = overview.site.reference.places, coverage(place, overview)
    whole = _counted(place, places, "households")
    first = [each for what in ("lifted", "monitored") if (each := _counted(place, places, what)) is not None]
    found = (_households(place.name, whole, reach), _priority(sum(first), reach), _villages(reach))
    return [sentence for sentence in found if sentence]


def _counted(place: Place, places: Places, what: str) -> int | None:
    """A place's own number, else the sum of those below where all have one."""
    own: int | None = getattr(place, what)
    if own is not None:
        return own
    below = [_counted(child, places, what) for child in places.children(place.code)]
    numbers = [number for number in below if number is not None]
    return sum(numbers) if numbers and len(numbers) == len(below) else None


def _households(name: str, whole: int | None, reach: Coverage) -> str:
    if not whole:
        return ""
    return f"{name}有农户 {whole:,} 户，正在运营的项目{_reached(reach.households, whole)}。"


def _priority(whole: int, reach: Coverage) -> str:
    if not whole:
        return ""
    every = counted("脱贫户和监测对象一共", whole)
    return f"{every}，{_reached(reach.priority, whole)}。"


def _reached(number: int, whole: int) -> str:
    """How many are tied in at least, and their share; the share of a small group would tell its number."""
    told = households(number)
    if number > whole:
        return f"写的是带动 {told}，比这里的还多，有的数字要核对"
    return f"带动的{told}" if told == FEW else f"至少带动 {told}，占 {share(number, whole)}"


def _villages(reach: Coverage) -> str:
    if reach.villages < 2:
        return ""
    part = share(reach.linked, reach.villages)
    return (
        f"一共 {reach.villages} 个村，其中 {reach.linked} 个村至少有一个正在运营、有经营主体的联农带农项目，"
        f"占 {part}。"
    )
