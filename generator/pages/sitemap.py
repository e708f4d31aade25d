"""Sitemaps for search engines, where it is known where the site will be published."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from generator.pages.address import project_address
from generator.pages.overview import Overview

LIMIT = 50_000
"""The format allows so many addresses in one file."""

_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_UNLISTED = {"404.html"}


def write(folder: Path, overview: Overview, addresses: Iterable[str]) -> None:
    """Write the sitemaps of a site with files at these addresses; none without ``site_url``."""
    url = overview.site.settings.site_url
    if not url:
        return
    pages = sorted(address for address in addresses if address.endswith(".html"))
    changed = {project_address(row.id): row.latest.isoformat() for row in overview.rows}
    entries = [(page, changed.get(page, "")) for page in pages if page not in _UNLISTED]
    for name, text in sitemaps(entries, url if url.endswith("/") else f"{url}/"):
        (folder / name).write_text(text, "utf-8", newline="\n")


def sitemaps(entries: Sequence[tuple[str, str]], url: str) -> Iterator[tuple[str, str]]:
    """Names and texts of the files for some addresses, each with the day of its last change or none."""
    if len(entries) <= LIMIT:
        yield "sitemap.xml", _file("urlset", "url", entries, url)
        return
    parts = [entries[start : start + LIMIT] for start in range(0, len(entries), LIMIT)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _file("urlset", "url", part, url)
    yield "sitemap.xml", _file("sitemapindex", "sitemap", [(name, "") for name in names], url)


def _file(root: str, element: str, entries: Iterable[tuple[str, str]], url: str) -> str:
    begin, end = f"<{element}><loc>{escape(url)}", f"</{element}>\n"
    lines = [
        f"{begin}{escape(page)}</loc><lastmod>{changed}</lastmod>{end}"
        if changed
        else f"{begin}{escape(page)}</loc>{end}"
        for page, changed in entries
    ]
    return "".join((_OPEN.format(root), *lines, f"</{root}>\n"))
