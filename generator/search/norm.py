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


_LONG = 2_000
_APART = re.compile(
    "[\\x01-\\x07\\x1f\\n\\t -~\\u00b0-\\u00b3\\u00b7\\u00d7\\u2010-\\u2016\\u2018-\\u203b\\u2100-\\u29ff"
    "\\u3000-\\u3029\\u3041-\\u3096\\u30a1-\\u30fe\\u3280-\\u9fff\\uff01-\\uff5e]*"
)
"""Characters that never join with a neighbour: what each becomes does not depend on where it stands."""


def joining(text: str) -> bool:
    """Whether a character of the text may join with its neighbour, or with one that comes before the text."""
    return not _APART.fullmatch("".join(set(text)))


def norm(text: str) -> str:
    """The text as it is searched: no blanks, one spelling. Line ends stay."""
    if len(text) < _LONG:
        return _norm(text)
    letters = set(text)
    if not _APART.fullmatch("".join(letters)):
        return _norm(text)
    # Long texts have few different characters, and fewer that change: much faster than one by one.
    for one in sorted(letters):
        other = _norm(one)
        if one != other:
            text = text.replace(one, other)
    return text


def _norm(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_ALIKE).lower()


def words(query: str) -> list[str]:
    """The words of a query, each as it is searched; a record must hold them all."""
    spread = _BLANK.split(unicodedata.normalize("NFKC", query))
    return [word for word in dict.fromkeys(map(norm, spread)) if word]
