"""All reference data of one register, loaded once and never changed."""

from dataclasses import dataclass

from generator.records.lpr import LoanPrimeRates
from generator.records.places import Places
from generator.records.policies import Policies
from generator.records.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Reference:
    """Places, vocabularies, policies and rates: what records are read and judged against."""

    places: Places
    vocabularies: Vocabularies
    policies: Policies
    lpr: LoanPrimeRates

    def term(self, vocabulary: str, code: str) -> str:
        """The Chinese label of a word."""
        return self.vocabularies.label(vocabulary, code)
