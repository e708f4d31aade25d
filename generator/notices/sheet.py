"""What a sheet says, before it is typeset: titles, parts made of blocks, the closing.

Every text here is ready for paper. The templates only lay it out, and the office document of a draft
agreement is made from the same blocks.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

NOTICE_SIZES = (14, 13, 12.5, 12, 11.5, 11, 10.5)
"""Type sizes in pt that a table notice may take on A4, the largest first."""

A3_SMALLER = (10, 9.5, 9, 8.5)
"""Sizes that only A3 may take too: times √2 they are 12 pt and more."""

LETTER_SIZES = (16, 15, 14, 13, 12, 11.5, 11, 10.5)


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    text: str
    type: str = "para"


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled facts, one row with two or with four cells each: label, value(, label, value)."""

    rows: tuple[tuple[str, ...], ...]
    label: str = "5.4em"
    type: str = "facts"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header and, where ``total`` is not empty, a footer.

    ``columns`` are widths (``auto``, ``2fr``, ``5em``), ``align`` a letter l, c or r for each. With
    ``fit`` the table is made smaller rather than let numbers run over its rules.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...]
    align: str
    total: tuple[str, ...] = ()
    fit: bool = False
    type: str = "table"


@dataclass(frozen=True, slots=True)
class Figures:
    """Large numbers with their labels, for a poster."""

    items: tuple[tuple[str, str], ...]
    type: str = "figures"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs: the party's role and name."""

    parties: tuple[tuple[str, str], ...]
    type: str = "signatures"


Block = Para | Facts | Table | Figures | Signatures


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks under one heading; without a ``title`` they follow on."""

    blocks: tuple[Block, ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """How to object, the code, the telephones, and who signs when.

    ``url`` is empty where the site's address is not known; then there is no code.
    """

    contacts: tuple[tuple[str, str], ...]
    issuer: str
    date: str
    url: str = ""
    caption: str = "扫码查看网上公示"
    say: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """The list of households, in three columns on pages of its own."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, of one or several pages.

    Attributes:
        title: lines of the title.
        intro: paragraphs between the title and the parts.
        foot: lines of the footer, beside the page number.
        author: the signing body, for the document's own data.
        demo: the mark on invented data; empty on real data.
        big: the size of the title in pt.
        sizes: the type sizes to choose from, in pt.
    """

    title: tuple[str, ...]
    intro: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: Closing | None
    foot: tuple[str, ...]
    author: str
    keywords: tuple[str, ...] = ()
    demo: str = ""
    annex: Annex | None = None
    big: int = 22
    sizes: Sequence[float] = field(default=NOTICE_SIZES)

    def as_dict(self) -> dict[str, Any]:
        """The sheet as plain data."""
        return asdict(self)
