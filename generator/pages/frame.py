"""A page of the theme with marks, cut up once and joined for every page that is put into it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import escape

from generator.pages.page import Page, PageError

_MARK = re.compile(
    r"(gongshi-title|gongshi-description|<!-- gongshi:head -->|<!-- gongshi:content -->"
    r"|frames/[a-z]+/frame\.html)"
)
_FILLED_BY: dict[str, Callable[[Page], str]] = {
    "gongshi-title": lambda page: str(escape(page.title)),
    "gongshi-description": lambda page: str(escape(page.description)),
    "<!-- gongshi:head -->": lambda page: page.head,
    "<!-- gongshi:content -->": lambda page: page.body,
}


class FrameError(PageError):
    """The theme rendered a frame without a mark that it needs."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The pieces of a frame: text and marks by turns, beginning and ending with text."""

    pieces: tuple[str, ...]

    @classmethod
    def parse(cls, html: str) -> "Frame":
        """Cut a rendered frame at its marks; where it names its own address, the page's goes.

        Raises:
            FrameError: a mark is missing.
        """
        pieces = tuple(_MARK.split(html))
        missing = [mark for mark in _FILLED_BY if mark not in pieces[1::2]]
        if missing:
            raise FrameError(
                f"版式页里少了标记 {'、'.join(missing)}。请对照 site_src/frames/projects/frame.md，"
                "并检查 mkdocs.yml 有没有另设模板文件夹。"
            )
        return cls(pieces)

    def fill(self, page: Page) -> str:
        """The whole page."""
        filled = list(self.pieces)
        for place in range(1, len(filled), 2):
            by = _FILLED_BY.get(filled[place])
            filled[place] = by(page) if by else page.address
        return "".join(filled)
