"""What makes two spellings of one text alike, for searching. ``assets/norm.js`` does the same.

NFKC joins full and half width; then one kind of bracket, dash and dot, lower case, and no blanks.
"""

import re
import unicodedata

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("〔[【「『〖{〈《<", "("),
        **dict.fromkeys("〕]】」』〗}〉》>", ")"),
        **dict.fromkeys("‐‑‒–—―−_─", "-"),
        **dict.fromkeys("•・‧∙⋅", "·"),
        **dict.fromkeys(" \t\r\u200b\u200c\u200d\ufeff\u00ad"),
    }
)
_BLANK = re.compile(r"\s+")


def norm(text: str) -> str:
    """The text as it is searched: no blanks, one spelling. Line ends stay."""
    return unicodedata.normalize("NFKC", text).translate(_ALIKE).lower()


def words(query: str) -> list[str]:
    """The words of a query, each as it is searched; a record must hold them all."""
    spread = _BLANK.split(unicodedata.normalize("NFKC", query))
    return [word for word in dict.fromkeys(map(norm, spread)) if word]
