"""What MkDocs says of a page, in the words of those who write pages.

What is not known here stays as the engine said it: better in English than lost.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

_STRICT = re.compile(r"Aborted with .* in strict mode!")


class Pages(NamedTuple):
    """The folder of the pages, and what the register calls it."""

    folder: Path
    name: str

    def source(self, page: str, link: str | None = None) -> str:
        """A page's source, with the line on which ``link`` first stands where that can be found."""
        try:
            lines = (self.folder / page).read_text("utf-8-sig").splitlines() if link else []
        except (OSError, UnicodeDecodeError):
            lines = []
        found = next((at for at, line in enumerate(lines, 1) if link in line), None) if link else None
        return f"{self.name}/{page}{f' 第 {found} 行' if found else ''}"


def chinese(messages: Iterable[str], end: str, pages: Pages) -> list[str]:
    """Warnings and the error that ended the build; one that only counts the warnings is left out."""
    told = [_told(message, pages) for message in messages]
    return told if told and _STRICT.fullmatch(end) else [*told, _told(end, pages)]


def _told(message: str, pages: Pages) -> str:
    for pattern, words in _KNOWN:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words(found, pages)
    return message


def _linked(what: str) -> Callable[[re.Match[str], Pages], str]:
    def words(found: re.Match[str], pages: Pages) -> str:
        page, link = found["page"], found["link"]
        meant = found.groupdict().get("meant")
        hint = f"是不是 {meant}？" if meant else ""
        return f"{pages.source(page, link)}：链接“{link}”{what.format(folder=pages.name, hint=hint)}"

    return words


def _unlisted(found: re.Match[str], pages: Pages) -> str:
    files = "、".join(pages.source(each) for each in found["files"].split("\n  - "))
    return f"mkdocs.yml 的 nav 里没有列出 {files}。请把它加进 nav，或者写进 not_in_nav，不要了就删掉文件。"


def _unfound(found: re.Match[str], pages: Pages) -> str:
    return (
        f"mkdocs.yml 的 nav 里写了 {found['link']}，{pages.name} 里没有这个文件。"
        "请改成有的文件，或者从 nav 里删掉这一行。"
    )


_DOC = r"Doc file '(?P<page>[^']*)' contains "
_MEANT = r"(?: Did you mean '(?P<meant>[^']*)'\?)?"
_KNOWN: tuple[tuple[str, Callable[[re.Match[str], Pages], str]], ...] = (
    (
        rf"{_DOC}a link '(?P<link>.*?)', but the target.* is not found among documentation files\.{_MEANT}",
        _linked("指的文件，{folder} 里没有。{hint}请把链接改成有的文件，或者删掉这个链接。"),
    ),
    (
        rf"{_DOC}an absolute link '(?P<link>.*?)', it was left as is\.{_MEANT}",
        _linked(
            "以斜杠开头，网站换了地方就打不开。{hint}请改成从这个文件算起的写法，例如 ../help/index.md。"
        ),
    ),
    (
        rf"{_DOC}an unrecognized relative link '(?P<link>.*?)', it was left as is\.{_MEANT}",
        _linked("看不出指哪个文件。{hint}请写上文件名和 .md；是别处的网址，写全 https://。"),
    ),
    (
        rf"{_DOC}a link '(?P<link>.*?)', but (?:there is no such anchor|the doc '.*' does not contain).*",
        _linked("指的那一段没有。请改掉 # 后面的名字，或者删掉它。"),
    ),
    (
        rf"{_DOC}a link to '(?P<link>.*?)' which is excluded from the built site\.",
        _linked("指的文件不放到网站上。请改成别的文件，或者删掉这个链接。"),
    ),
    (
        r"The following pages exist in the docs directory, but are not included in the \"nav\" "
        r"configuration:\n  - (?P<files>.*)",
        _unlisted,
    ),
    (
        r"A reference to '(?P<link>.*)' is included in the 'nav' configuration, which is not found in the "
        r"documentation files\.",
        _unfound,
    ),
)
