"""Vocabularies: the words that a record may use, as data with labels and validity years."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary.

    Attributes:
        code: what a record writes.
        label: the full Chinese term, exactly as officially used.
        en: the English term.
        short: a short Chinese form for narrow columns; the label where there is none.
        help: one sentence of explanation in Chinese.
        first: the first year in which the word is valid, or None.
        last: the last year in which the word is valid, or None.
        marks: what rules and pages need to know of the word, e.g. ``assistance`` on a fund source.
    """

    code: str
    label: str
    en: str
    short: str
    help: str
    first: int | None = None
    last: int | None = None
    marks: frozenset[str] = frozenset()

    def valid_in(self, year: int) -> bool:
        """Whether the word may be used for a matter of ``year``."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A named list of terms, in the order in which readers should meet them."""

    name: str
    label: str
    en: str
    terms: dict[str, Term] = field(default_factory=dict)

    def __getitem__(self, code: str) -> Term:
        return self.terms[code]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    def __contains__(self, code: object) -> bool:
        return code in self.terms

    def __len__(self) -> int:
        return len(self.terms)

    def marked(self, mark: str) -> frozenset[str]:
        """The codes of all terms that carry ``mark``."""
        return frozenset(term.code for term in self if mark in term.marks)


class Vocabularies(dict[str, Vocabulary]):
    """All vocabularies by name."""

    def label(self, vocabulary: str, code: str) -> str:
        """The Chinese label of a word."""
        return self[vocabulary][code].label

    def short(self, vocabulary: str, code: str) -> str:
        """The short Chinese form of a word."""
        return self[vocabulary][code].short

    def codes(self) -> dict[str, frozenset[str]]:
        """The validation context of the models: every vocabulary's codes."""
        return self._codes

    def marked(self, vocabulary: str, mark: str) -> frozenset[str]:
        """The codes of all terms of a vocabulary that carry ``mark``."""
        found = self._marked.get((vocabulary, mark))
        if found is None:
            found = self._marked[vocabulary, mark] = self[vocabulary].marked(mark)
        return found

    @cached_property
    def _marked(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    @cached_property
    def _codes(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(vocabulary.terms) for name, vocabulary in self.items()}

    @classmethod
    def of(cls, vocabularies: Iterable[Vocabulary]) -> "Vocabularies":
        """Gather vocabularies under their names."""
        return cls({vocabulary.name: vocabulary for vocabulary in vocabularies})
