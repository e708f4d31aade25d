"""How names sound: every reading of every character in them."""

import os
from collections.abc import Iterable

from generator.search.norm import norm

_PLAIN = "\u2e80"
"""Below it are letters, digits and signs, which are typed as they are."""


def characters(names: Iterable[str]) -> str:
    """The characters of names that may have a reading, each once, in order."""
    return "".join(sorted(each for each in set(norm("".join(set(names)))) if each >= _PLAIN))


def sounds(written: str) -> dict[str, str]:
    """The readings of characters, without tones, as ``characters``: groups between blanks.

    A group is a syllable and all characters that can be read so. Names of places have readings that no
    dictionary of words knows, so a character is found by each of its own.
    """
    # The library then leaves its dictionary of words alone, which takes longer to read than all of this.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin import Style, pinyin

    groups: dict[str, list[str]] = {}
    for character in written:
        for syllable in pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")[:1]:
            for reading in dict.fromkeys(syllable):
                if reading.isascii() and reading.isalpha():
                    groups.setdefault(reading, []).append(character)
    return {"characters": " ".join(each + "".join(groups[each]) for each in sorted(groups))}
