"""How messages write amounts and lists."""

from collections.abc import Iterable
from decimal import Decimal

from generator.findings.finding import Bilingual


def money(amount: Decimal) -> str:
    """An amount in yuan with separators, the fen only where there are any: ``1,200,000``."""
    return f"{amount:,.2f}".removesuffix(".00")


def rate(percent: Decimal) -> str:
    """A percentage without needless zeros and without its sign: ``6``, ``3.45``."""
    return f"{percent.normalize():f}"


def listed(words: Iterable[Bilingual]) -> Bilingual:
    """Words one after the other: 甲、乙."""
    every = tuple(words)
    return Bilingual("、".join(word.zh for word in every), ", ".join(word.en for word in every))
