"""Atom feeds of new and changed disclosures: one of the whole register, one of every township."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from generator.exports.published import FOLDER
from generator.pages.address import HOME, place_address, project_address, relative, township_feed
from generator.pages.amounts import rough
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.summary import Row

FEED = f"{FOLDER}/feed.xml"
"""The feed of the whole register."""

ENTRIES = 50
"""The newest disclosures that a feed carries."""


class Feed(NamedTuple):
    """A feed: its address, whose it is, that one's page, and the rows that it tells of, newest first."""

    address: str
    name: str
    page: str
    rows: Sequence[Row]


def feeds(overview: Overview) -> Iterator[Feed]:
    """All feeds: of the register, and of every township."""
    site = overview.site
    yield Feed(FEED, site.settings.county, HOME, overview.latest[:ENTRIES])
    newest: dict[str, list[Row]] = {}
    for row in overview.latest:
        newest.setdefault(row.place[:9], []).append(row)
    for township in site.reference.places.at("township"):
        rows = newest.get(township.short, [])[:ENTRIES]
        yield Feed(township_feed(township), township.name, place_address(township), rows)


def atom(feed: Feed, site: Site) -> str:
    """The feed as Atom."""
    address, name, page, rows = feed
    updated = max((row.latest for row in rows), default=site.as_of)
    mark = "（示例数据）" if site.settings.demonstration else ""
    author = site.settings.publisher.name or site.settings.county
    way = _way(address, site)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"<id>{_id(site, address)}</id>",
        f"<title>{escape(name)}联农带农公示{mark}</title>",
        f"<updated>{_moment(updated)}</updated>",
        f"<author><name>{escape(author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(way + address)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(way + page)}/>',
        *(_entry(row, way, site) for row in rows),
        "</feed>\n",
    ]
    return "\n".join(lines)


def _entry(row: Row, way: str, site: Site) -> str:
    """A row's entry, for a feed from which ``way`` leads to the site's root."""
    page = project_address(row.id)
    return (
        f"<entry>\n<id>{_id(site, page)}</id>\n"
        f"<title>{escape(row.name)}</title>\n"
        f"<updated>{_moment(row.latest)}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(way + page)}/>\n'
        f"<summary>{escape(_summary(row, site))}</summary>\n</entry>"
    )


def _summary(row: Row, site: Site) -> str:
    place = site.kept(_place, row.place)
    ways = site.labels(row.mechanisms, "mechanisms") or "没有写联农带农机制"
    stage = site.label(row.stage, "stages")
    return f"{place}，{row.year} 年项目，投入 {rough(row.investment)}，{stage}。联农带农机制：{ways}。"


def _place(site: Site, code: str) -> str:
    return "".join(place.name for place in site.line(code))


def _id(site: Site, address: str) -> str:
    """The same for good, wherever the site lies: made from the register's places and the address."""
    register = site.kept(_register, "")
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'gongshi:{register}/{address}')}"


def _register(site: Site, _: str) -> str:
    return ",".join(place.code for place in site.reference.places.roots())


def _way(source: str, site: Site) -> str:
    """What stands before every address in a link from ``source``."""
    url = site.settings.site_url
    return f"{url.rstrip('/')}/" if url else relative(source, "")


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+08:00"
