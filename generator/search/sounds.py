"""How names sound: a reading for every character, and whole names that are read otherwise."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from generator.search.norm import norm


def sounds(names: Iterable[str]) -> dict[str, Any]:
    """The readings of names, without tones.

    ``characters`` are groups between blanks, each a syllable and the characters that are mostly read
    so in these names; ``names`` are those in which a character is read in another way.
    """
    from pypinyin import lazy_pinyin  # its dictionary takes a while to load, and only a build needs it

    read = {name: lazy_pinyin(name, errors=_letters) for name in _alike(names)}
    counted: dict[str, Counter[str]] = {}
    for name, syllables in read.items():
        for character, syllable in zip(name, syllables, strict=True):
            if syllable.isascii() and syllable.isalpha() and character != syllable:
                counted.setdefault(character, Counter())[syllable] += 1
    usual = {each: min(found, key=lambda one: (-found[one], one)) for each, found in counted.items()}
    odd = {
        name: " ".join(_told(name, syllables))
        for name, syllables in read.items()
        if _odd(name, syllables, usual)
    }
    return {"characters": _grouped(usual), "names": odd}


def _letters(run: str) -> Any:
    """Characters without a reading, one by one; the library's types know only whole runs."""
    return list(run)


def _alike(names: Iterable[str]) -> list[str]:
    return sorted({norm(name) for name in names if name})


def _told(name: str, syllables: list[str]) -> list[str]:
    return [each if each != character else "" for character, each in zip(name, syllables, strict=True)]


def _odd(name: str, syllables: list[str], usual: dict[str, str]) -> bool:
    return any(
        usual.get(character, syllable) != syllable
        for character, syllable in zip(name, syllables, strict=True)
    )


def _grouped(usual: dict[str, str]) -> str:
    groups: dict[str, list[str]] = {}
    for character in sorted(usual):
        groups.setdefault(usual[character], []).append(character)
    return " ".join(syllable + "".join(groups[syllable]) for syllable in sorted(groups))
