"""Money in whole fen, so that sums are exact."""

from collections.abc import Sequence


class Number(str):
    """A number as a record writes it, without quotes."""

    __slots__ = ()


def yuan(fen: int) -> Number:
    """An amount as a record writes it: yuan, with decimals only where there are fen."""
    whole, rest = divmod(abs(fen), 100)
    text = f"{whole}.{rest:02d}" if rest else str(whole)
    return Number(f"-{text}" if fen < 0 else text)


def tenths(value: int) -> Number:
    """A number of tenths as a record writes it: 65 is ``6.5``, 60 is ``6``."""
    whole, rest = divmod(value, 10)
    return Number(f"{whole}.{rest}" if rest else str(whole))


def in_words(fen: int) -> str:
    """An amount as a clerk says it in a sentence: 98.6 万元."""
    thousands = fen // 100_000
    whole, rest = divmod(thousands, 10)
    return f"{whole}.{rest} 万元" if rest else f"{whole} 万元"


def rounded(fen: int, step: int) -> int:
    """The nearest multiple of ``step`` that is not above ``fen``, at least one step."""
    return max(fen // step, 1) * step


def up(fen: int, step: int) -> int:
    """The nearest multiple of ``step`` that is not below ``fen``."""
    return -(-fen // step) * step


def split(total: int, weights: Sequence[int], step: int) -> list[int]:
    """Parts of ``total`` by weight: multiples of ``step``, and the last one takes what is left."""
    parts = [total * weight // sum(weights) // step * step for weight in weights[:-1]]
    return [*parts, total - sum(parts)]
