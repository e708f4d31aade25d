"""A page of the theme with marks, cut up once and joined for every page that is put into it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.pages.escaping import escaped
from generator.pages.page import Page, PageError

_MARK = re.compile(
    r"(gongshi-title|gongshi-description|<!-- gongshi:head -->|<!-- gongshi:content -->"
    r"|frames/[a-z]+/frame\.html)"
)
_FILLED_BY: dict[str, Callable[[Page], str]] = {
    "gongshi-title": lambda page: escaped(page.title),
    "gongshi-description": lambda page: escaped(page.description),
    "<!-- gongshi:head -->": lambda page: page.head,
    "<!-- gongshi:content -->": lambda page: page.body,
}
_AS_IT_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
_EMPTY = re.compile(r"[ \t]*\n\s*")


class FrameError(PageError):
    """The theme rendered a frame without a mark that it needs."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The pieces of a frame: text and marks by turns, beginning and ending with text.

    The texts are kept encoded: they are two fifths of most pages, and the same on all.
    """

    texts: tuple[bytes, ...]
    marks: tuple[str, ...]

    @classmethod
    def parse(cls, html: str) -> "Frame":
        """Cut a rendered frame at its marks; where it names its own address, the page's goes.

        Indentation and empty lines are left out: the theme's are a third of what it renders, and every
        page would bear them.

        Raises:
            FrameError: a mark is missing.
        """
        pieces = _MARK.split(_dense(html))
        texts, marks = pieces[::2], pieces[1::2]
        missing = [mark for mark in _FILLED_BY if mark not in marks]
        if missing:
            raise FrameError(
                f"版式页里少了标记 {'、'.join(missing)}。请对照 site_src/frames/projects/frame.md，"
                "并检查 mkdocs.yml 有没有另设模板文件夹。"
            )
        return cls(tuple(text.encode() for text in texts), tuple(marks))

    def encoded(self, page: Page) -> bytes:
        """The whole page as it is written."""
        values = {mark: by(page).encode() for mark, by in _FILLED_BY.items()}
        address = page.address.encode()
        found = [self.texts[0]]
        for mark, text in zip(self.marks, self.texts[1:], strict=True):
            found += values.get(mark, address), text
        return b"".join(found)

    def fill(self, page: Page) -> str:
        """The whole page as text."""
        return self.encoded(page).decode()


def _dense(html: str) -> str:
    """A page without indentation and empty lines, but where they can be seen or mean something."""
    pieces = _AS_IT_IS.split(html)
    # By threes: what lies between, an element to be left alone, and that element's name.
    pieces[::3] = [_EMPTY.sub("\n", each) for each in pieces[::3]]
    del pieces[2::3]
    return "".join(pieces)
