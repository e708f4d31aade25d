"""What of a page is ours, whichever engine made the frame around it."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

THEME_ASSETS = re.compile(r"assets/(?:javascripts|stylesheets|images)/")
"""Where an engine puts what its theme brings."""

_OURS = '<div class="gs-page" id="content"'
_SKIP = '<a id="__skip" tabindex="-1"></a>'
_CODE = re.compile(r'<div class="highlight">(<pre>.*?</pre>)</div>|<pre>.*?</pre>', re.DOTALL)
_HEAD = re.compile(
    r'<title>.*?</title>|<meta (?!name="generator")[^>]*>|<link (?!rel="(?:stylesheet|prev|next|icon)")[^>]*>'
    r'|<script type="application/ld\+json">.*?</script>',
    re.DOTALL,
)
_LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object|input)\b[^>]*?\s(?:src|data|srcset)=[\"']?([^\"'\s>]+)"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preconnect|preload|prefetch|dns-prefetch|icon|modulepreload))"
    r"[^>]*?\shref=[\"']?([^\"'\s>]+)"
    r"|url\(\s*[\"']?(https?:[^)\"']*|//[^)\"']*)"
)
_LINK = re.compile(r"""<[a-z][^>]*?\s(?:href|src|action)=["']?([^"'\s>]+)""")
_ID = re.compile(r"""\sid=["']?([^"'\s>]+)""")


def content(html: str) -> str | list[str]:
    """What stands in the frame: byte for byte where we filled it, else the lines that were written."""
    article = html[html.index("<article") : html.rindex("</article>")]
    article = article[article.index(">") + 1 :]
    if _OURS in article:
        return article[article.index(_OURS) :].rstrip()
    plain = _CODE.sub(_uncoloured, article.replace(_SKIP, ""))
    return [line.strip() for line in plain.splitlines() if line.strip()]


def _uncoloured(code: re.Match[str]) -> str:
    return unescape(re.sub(r"<[^>]*>", "", code[0])).rstrip()


def head(html: str) -> list[str]:
    """Title, metadata, canonical and alternate addresses, structured data; not what the theme loads.

    Zensical writes ``./`` before an address in the page's own folder.
    """
    return [each.replace('href="./', 'href="') for each in _HEAD.findall(html[: html.index("</head>")])]


def loaded(text: str) -> set[str]:
    """Addresses that a page or a style sheet makes the browser ask for, but for links to follow."""
    return {unescape(one or two or three) for one, two, three in _LOADED.findall(text)}


def files(folder: Path) -> set[str]:
    """The addresses of all files in a site."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@dataclass(frozen=True)
class Site:
    """A site's pages with the addresses they link to."""

    folder: Path

    def broken(self) -> list[str]:
        """Links from page to page, or to a place on a page, that lead nowhere."""
        texts = {name: (self.folder / name).read_text("utf-8") for name in files(self.folder) if _page(name)}
        ids = {name: set(map(unescape, _ID.findall(text))) for name, text in texts.items()}
        there = files(self.folder)
        found = []
        for name, text in sorted(texts.items()):
            for link in sorted(set(map(unescape, _LINK.findall(text)))):
                parts = urlsplit(link)
                if parts.scheme or parts.netloc:
                    continue
                target = _joined(name, unquote(parts.path)) if parts.path else name
                if target not in there:
                    found.append(f"{name}: {link}")
                elif parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
                    found.append(f"{name}: {link} has no such place")
        return found


def _page(name: str) -> bool:
    return name.endswith(".html") and name != "404.html"


def _joined(page: str, link: str) -> str:
    parts: list[str] = list(PurePosixPath(page).parts[:-1])
    for part in link.split("/"):
        if part == "..":
            assert parts, f"{page} links above the site: {link}"
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts) + ("/index.html" if link.endswith("/") else "")
