"""The pages that people wrote, as the search knows them: section, title, description, headings, and texts."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from generator.pages.editorial import title_of
from generator.search.texts import BETWEEN

SECTIONS = (
    ("policies/", "政策"),
    ("mechanisms/", "农户怎样得益"),
    ("cases/", "案例"),
    ("help/", "帮助"),
    ("", "本站"),
)
"""The parts of the site, in the order in which the search shows them; the last takes the rest."""

_NOT_FOUND = ("404.html", "search.html", "ledger.html", "sitemap.html")
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
_HEADING = re.compile(r"<h[23][^>]*>(.*?)</h[23]>", re.DOTALL)
_PASSAGE = re.compile(r'<h[23][^>]*?\bid="([^"]*)"[^>]*>(.*?)</h[23]>', re.DOTALL)
_UNREAD = re.compile(r"<(script|style|svg)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"</(?:p|li|td|th|dt|dd|summary|figcaption|h[1-6])>|<br")
_TAG = re.compile(r"<[^>]+>")


def guides(written: Mapping[str, str]) -> list[dict[str, Any]]:
    """The pages by section, each with its address, title, description and headings."""
    found: list[dict[str, Any]] = []
    rest = {address: html for address, html in sorted(written.items()) if address not in _NOT_FOUND}
    for folder, name in SECTIONS:
        here = [address for address in rest if address.startswith(folder)]
        pages = [_page(address, rest.pop(address)) for address in here]
        if pages:
            found.append({"section": name, "pages": pages})
    return found


def passages(written: Mapping[str, str]) -> dict[str, list[list[str]]]:
    """The texts of the pages under their headings: the heading's anchor, the heading, the text."""
    return {
        address: found
        for address, html in sorted(written.items())
        if address not in _NOT_FOUND and (found := _passages(html))
    }


def _passages(html: str) -> list[list[str]]:
    article = html[html.find("<article") : html.find("</article")]
    _, _, body = article.partition("</h1>")
    pieces = _PASSAGE.split(_UNREAD.sub(" ", body))
    found = [["", "", _plain(pieces[0])]]
    for anchor, heading, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        found.append([anchor, _plain(heading), _plain(text)])
    return [each for each in found if each[2]]


def _page(address: str, html: str) -> list[str]:
    described = _DESCRIPTION.search(html)
    article = html[html.find("<article") :]
    headings = filter(None, dict.fromkeys(_plain(each) for each in _HEADING.findall(article)))
    description = unescape(described[1]) if described else ""
    return [address, title_of(html), description, BETWEEN.join(headings)]


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", html))).replace("¶", "").split())
