"""One page to be stamped into a frame."""

from typing import NamedTuple

from generator.errors import PageRefusedError


class PageError(PageRefusedError):
    """A page that people wrote, or the theme, is wrong; the message says where and what to do."""


class Page(NamedTuple):
    """A page without its frame.

    Attributes:
        address: relative to the site's root, two folders deep.
        title: plain text.
        description: one sentence, plain text.
        body: the content as HTML.
        head: further elements for the head, as HTML.
        published: ``YYYY-MM-DD``, for the sitemap; empty where there is no such day.
    """

    address: str
    title: str
    description: str
    body: str
    head: str = ""
    published: str = ""
