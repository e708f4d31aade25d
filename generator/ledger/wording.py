"""Findings told to someone who has a workbook before him: columns and cells, no keys of a YAML file.

Rules and the reading speak of records as they stand in files. Here the pieces of their sentences that name
keys, words by their codes, or how YAML is written, give way to what stands on the sheets.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from generator.exports.column import Column
from generator.findings.finding import Bilingual, Finding
from generator.ledger.layout import layouts
from generator.ledger.sheet_words import PIECES
from generator.records.reference import Reference

_IN_BRACKETS = re.compile(r"（([a-z][a-z_]*)）")
_BEFORE_BRACKETS = re.compile(r"\b[a-z][a-z_]*（([^（）]+)）")
_WORD = re.compile(r"(?<![A-Za-z0-9_./“”…-])[a-z][a-z_]*(?![A-Za-z0-9_./-])")
_ENGLISH = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b|\b[a-z_]+(?=: …)")
_QUOTED = re.compile(r"，加英文引号|, in quotes|整段加英文引号")


class Wording:
    """Tells findings in the words of the workbook of one register."""

    def __init__(self, reference: Reference) -> None:
        self._all = _Names({}, {"verified_to": "the day of its last check"})
        for vocabulary in reference.vocabularies.values():
            for term in vocabulary:
                self._all.zh[term.code] = f"“{term.label}”"
                self._all.en[term.code] = f"“{term.en}”"
        self._sheets: dict[str, _Names] = {}
        for layout in layouts(reference.vocabularies):
            names = self._sheets[layout.title] = _of_columns(layout.columns)
            self._all.zh.update(names.zh)
            self._all.en.update(names.en)

    def told(self, finding: Finding, sheet: str = "") -> Finding:
        """The finding as a clerk reads it; columns are called as on the sheet where it stands."""
        own = self._sheets.get(sheet, self._all)
        names = _Names({**self._all.zh, **own.zh}, {**self._all.en, **own.en})
        pieces = PIECES.get(finding.code, ())
        message, remedy = (_text(each, pieces, names) for each in (finding.message, finding.remedy))
        return replace(finding, message=message, remedy=remedy)


class _Names(NamedTuple):
    """What keys of records, and codes of words, are called on a sheet."""

    zh: dict[str, str]
    en: dict[str, str]


def _of_columns(columns: Iterable[Column]) -> _Names:
    """A key of several columns, such as that of a period, is called by all of them."""
    groups: dict[str, list[Column]] = {}
    for column in columns:
        for key in column.path:
            groups.setdefault(key, []).append(column)
    return _Names(
        {key: "".join(f"“{each.header}”" for each in found) for key, found in groups.items()},
        {key: ", ".join(f"“{each.en}”" for each in found) for key, found in groups.items()},
    )


def _text(text: Bilingual, pieces: tuple[tuple[str, str], ...], names: _Names) -> Bilingual:
    zh, en = text
    for old, new in pieces:
        zh = re.sub(old, new, zh)
    zh = _IN_BRACKETS.sub("", _BEFORE_BRACKETS.sub(r"\1", _QUOTED.sub("", zh)))
    zh = _WORD.sub(lambda match: names.zh.get(match[0], match[0]), zh)
    return Bilingual(zh, _ENGLISH.sub(lambda match: names.en.get(match[0], match[0]), _QUOTED.sub("", en)))
