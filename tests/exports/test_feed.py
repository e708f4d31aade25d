import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import feedparser

from generator.exports.feed import atom, feeds
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.summary import summarise
from generator.settings import Settings, load

ATOM = "{http://www.w3.org/2005/Atom}"


def test_an_independent_reader_takes_every_feed(county: Path, data: Path) -> None:
    url = load(county).site_url
    assert url
    feeds = sorted(data.rglob("feed.xml"))
    assert len(feeds) > 4
    for file in feeds:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo, (file, feed.bozo_exception)
        assert feed.version == "atom10"
        assert feed.feed.title
        for entry in feed.entries:
            assert entry.id.startswith("urn:uuid:")
            assert entry.link.startswith(url)
            assert (county / "site" / entry.link.removeprefix(url)).is_file()


def test_every_page_leads_readers_to_the_feed(county: Path) -> None:
    site = county / "site"
    pages = [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]
    assert {"index.html", "projects", "places"} <= {path.relative_to(site).parts[0] for path in pages}
    for page in pages:
        *own, link = _feeds(page)
        assert link == site / "data/feed.xml", page
        assert bool(own) == bool(re.fullmatch(r"\d{9}(-\d+)?", page.stem)), page


def test_the_page_of_a_township_leads_readers_to_its_own_feed(county: Path) -> None:
    site = county / "site"
    pages = sorted(site.glob("places/*/" + "[0-9]" * 9 + ".html"))
    assert len(pages) > 2
    for page in pages:
        own, _ = _feeds(page)
        assert own == site / f"data/places/{page.stem}/feed.xml"
        assert own.is_file()


def _feeds(page: Path) -> list[Path]:
    """The feeds that the head of a page leads to."""
    head = page.read_text("utf-8").partition("</head>")[0]
    links = re.findall(r'<link rel="alternate feed" type="?application/atom\+xml"? [^>]*>', head)
    return [
        (page.parent / address).resolve() for link in links for address in re.findall(r'href="([^"]+)"', link)
    ]


def test_the_newest_come_first_and_once(data: Path) -> None:
    entries = ElementTree.parse(data / "feed.xml").getroot().findall(f"{ATOM}entry")
    updated = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert updated == sorted(updated, reverse=True)
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) == 50


def test_an_entry_has_the_same_id_in_both_feeds(data: Path) -> None:
    whole = {entry.id for entry in feedparser.parse((data / "feed.xml").read_bytes()).entries}
    township = {
        entry.id
        for file in (data / "places").rglob("feed.xml")
        for entry in feedparser.parse(file.read_bytes()).entries
    }
    assert whole <= township


def test_without_an_address_links_are_relative(
    county: Path, data: Path, projects: list[Project], reference: Reference
) -> None:
    site = Site(Settings(county="示例县"), reference, date(2025, 11, 20), {})
    rows = [summarise(project, f"{project.id}.yaml") for project in projects]
    for feed in feeds(Overview(rows, site)):
        for entry in feedparser.parse(atom(feed, site).encode()).entries:
            assert ((county / "site" / feed.address).parent / entry.link).is_file()
