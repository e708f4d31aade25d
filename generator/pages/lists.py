"""The lists by year, fund source, operator, stage, industry and mechanism, and the running ones."""

from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter

from generator.pages import address
from generator.pages.amounts import money
from generator.pages.cards import Cards
from generator.pages.days import day, month
from generator.pages.listing import BY_YEAR, Heading, Links, Listing, Planned, pages, wanted
from generator.pages.overview import Overview, notice_end
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.tally import from_source, tally
from generator.pages.turn import Turn
from generator.records.summary import Row

TRAIL: Links = (("lists/index.html", "项目名单"),)
_BELOW_OPERATORS: Links = (*TRAIL, (address.paged(address.OPERATORS), "经营主体"))


def list_pages(overview: Overview, cards: Cards, turn: Turn) -> Iterator[tuple[str, Page]]:
    """The pages of all lists, each with the section whose frame it takes."""
    for listing in wanted(_planned(overview), overview.site, turn):
        for page in pages(listing, overview.site, cards, turn):
            yield listing.section, page


def _planned(overview: Overview) -> Iterator[Planned]:
    site = overview.site
    for year, rows in overview.years.items():
        yield Planned(address.list_folder("year", year), rows, partial(_of_year, year, rows, site))
    for code, rows in overview.funds.items():
        yield Planned(address.list_folder("fund", code), rows, partial(_of_fund, code, rows, site))
    for code, rows in overview.stages.items():
        make = partial(_of_word, "stage", "stages", "“{}”阶段的项目", code, rows, site)
        yield Planned(address.list_folder("stage", code), rows, make)
    for code, rows in overview.industries.items():
        make = partial(_of_word, "industry", "industries", "{}产业的项目", code, rows, site)
        yield Planned(address.list_folder("industry", code), rows, make)
    for key, rows in overview.operators.items():
        yield Planned(address.operator_folder(key), rows, partial(_of_operator, key, rows, site))
    for code, rows in overview.mechanisms.items():
        yield Planned(address.mechanism_folder(code), rows, partial(_of_mechanism, code, rows, site))
    yield Planned(address.LATEST, overview.latest, partial(_latest, overview))
    yield Planned(address.NOTICES, overview.noticed, partial(_noticed, overview))


def _totals(rows: list[Row], site: Site, note: str = "") -> str:
    return site.text("totals.html", "totals")(tally(rows, site), note)


def _of_year(year: int, rows: list[Row], site: Site) -> Listing:
    return Listing(
        section="lists",
        folder=address.list_folder("year", year),
        title=f"{year} 年的项目",
        description=f"{year} 年列入计划的全部 {len(rows)} 个项目。",
        trail=TRAIL,
        rows=rows,
        heading=_by_township(site),
        intro=partial(_totals, rows, site),
    )


def _by_township(site: Site) -> Heading:
    return _alike(lambda row: site.kept(_township, row.place[:9]))


def _alike(words: Callable[[Row], str]) -> Heading:
    """Headings of rows that have nothing but the words in common."""
    return Heading(words, words)


def _township(site: Site, within: str) -> str:
    """The name of the township, or the county, whose places have codes that begin so."""
    places, code = site.reference.places, within.ljust(12, "0")
    known = code in places and places[code].level in ("county", "township")
    return places[code].name if known else site.settings.county


def _of_fund(code: str, rows: list[Row], site: Site) -> Listing:
    listing = _of_word("fund", "fund_sources", "用了{}的项目", code, rows, site)
    return listing._replace(intro=partial(_used, rows, code, site))


def _used(rows: list[Row], source: str, site: Site) -> str:
    used = money(from_source(rows, source, site))
    return _totals(rows, site, f"{site.explained(source, 'fund_sources')}这些项目从这里一共用了 {used}。")


def _of_word(group: str, vocabulary: str, title: str, code: str, rows: list[Row], site: Site) -> Listing:
    term = site.reference.vocabularies[vocabulary][code]
    return Listing(
        section="lists",
        folder=address.list_folder(group, code),
        title=title.format(term.label),
        description=f"{title.format(term.label)}，一共 {len(rows)} 个。",
        trail=TRAIL,
        rows=rows,
        heading=BY_YEAR,
        intro=partial(_totals, rows, site, term.help),
    )


def _of_operator(key: str, rows: list[Row], site: Site) -> Listing:
    row = rows[0]
    kind = site.label(row.operator_kind, "operator_kinds") if row.operator_kind else ""
    code = f"统一社会信用代码 {row.credit_code}。" if row.credit_code else ""
    return Listing(
        section="lists",
        folder=address.operator_folder(key),
        title=f"{row.operator}经营的项目",
        description=f"{row.operator}经营的全部 {len(rows)} 个联农带农项目。",
        trail=_BELOW_OPERATORS,
        rows=rows,
        heading=BY_YEAR,
        intro=partial(_totals, rows, site, f"{kind}。{code}"),
        step=row.operator or "",
    )


def _of_mechanism(code: str, rows: list[Row], site: Site) -> Listing:
    term = site.reference.vocabularies["mechanisms"][code]
    return Listing(
        section="mechanisms",
        folder=address.mechanism_folder(code),
        title=f"用“{term.label}”带动农户的项目",
        description=f"用“{term.label}”带动农户的全部 {len(rows)} 个项目。",
        trail=(("mechanisms/index.html", "联农带农机制"), (address.mechanism_address(code), term.label)),
        rows=rows,
        heading=BY_YEAR,
        intro=partial(_totals, rows, site, term.help),
    )


def _latest(overview: Overview) -> Listing:
    return Listing(
        section="lists",
        folder=address.LATEST,
        title="最新公开",
        description="全部项目，按最近一次公开的日期排列，新的在前。",
        trail=TRAIL,
        rows=overview.latest,
        heading=_alike(lambda row: month(row.latest)),
        jump=Heading(attrgetter("latest.year"), lambda row: f"{row.latest.year} 年"),
    )


def _noticed(overview: Overview) -> Listing:
    return Listing(
        section="lists",
        folder=address.NOTICES,
        title="正在公示的项目",
        description="公示期还没有结束的项目，最先到期的在前。",
        trail=TRAIL,
        rows=overview.noticed,
        heading=_alike(lambda row: f"{day(notice_end(row, overview.site) or row.latest)}结束"),
        empty="现在没有正在公示的项目。",
    )
