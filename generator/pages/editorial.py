"""What we know of the pages that people wrote, once the engine has rendered them."""

import re
from html import unescape

_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def title_of(html: str) -> str:
    """The title of a rendered page: its heading, else what its head says."""
    found = _HEADING.search(html) or _TITLE.search(html)
    return " ".join(unescape(_TAG.sub("", found[1])).replace("¶", "").split()) if found else ""
