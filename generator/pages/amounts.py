"""Money and numbers as people read them."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

SMALL_GROUP = 3
"""A group of so few households is not told apart (field guide, section 8)."""

FEW = f"不超过 {SMALL_GROUP} 户"
"""Such a group in running text."""

_WAN = Decimal(10_000)
_YI = Decimal(100_000_000)
_BELOW_THOUSAND = len("999.99")
_HUNDREDTH = Decimal("0.01")


@lru_cache(maxsize=512)
def yuan(amount: Decimal) -> str:
    """The exact amount, fen only where there are any: ``1,200,000 元``."""
    text = f"{amount:,}"
    # Formatting is dear; almost all amounts are stated without fen or with two digits of them.
    if "." in text or "E" in text:
        text = (text if text[-3] == "." else f"{amount:,.2f}").removesuffix(".00")
    return f"{text} 元"


@lru_cache(maxsize=512)
def rough(amount: Decimal) -> str:
    """The amount in the unit in which one speaks of it: ``120 万元``, ``1.2 亿元``, ``860 元``."""
    size = abs(amount)
    if size < _WAN:
        return yuan(amount)
    return _in(_WAN, "万元", amount) if size < _YI else _in(_YI, "亿元", amount)


def _in(unit: Decimal, name: str, amount: Decimal) -> str:
    value = (amount / unit).quantize(_HUNDREDTH, ROUND_HALF_UP)
    text = str(value)
    if len(text) > _BELOW_THOUSAND:
        text = f"{value:,}"
    return f"{text.rstrip('0').rstrip('.')} {name}"


@lru_cache(maxsize=512)
def money(amount: Decimal) -> str:
    """Both: ``120 万元（1,200,000 元）``; below ten thousand the exact amount alone."""
    return yuan(amount) if abs(amount) < _WAN else f"{rough(amount)}（{yuan(amount)}）"


@lru_cache(maxsize=512)
def plain(number: Decimal) -> str:
    """A number as it was stated, without idle zeros: ``6``, ``3.45``, ``1,200``."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(rate: Decimal) -> str:
    """A rate or share that is stated in percent: ``6%``."""
    return f"{plain(rate)}%"


def share(part: Decimal | int, whole: Decimal | int) -> str:
    """A part of a whole, in percent with at most one decimal; a dash where there is no whole."""
    if not whole:
        return "—"
    value = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return percent(value)


def count(number: int) -> str:
    """A whole number with its thousands set apart."""
    return f"{number:,}"


@lru_cache(maxsize=512)
def households(number: int) -> str:
    """A group of households; a small one only as :data:`FEW`."""
    return FEW if 0 < number <= SMALL_GROUP else f"{number:,} 户"


@lru_cache(maxsize=512)
def average(amount: Decimal, number: int) -> str:
    """What a household got on average, in whole yuan; nothing of a small group, whose size it would tell.

    Less than half a yuan is not told, either: about nothing is no answer.
    """
    whole = (amount / number).quantize(Decimal(1), ROUND_HALF_UP) if number > SMALL_GROUP else 0
    if not whole:
        return ""
    about = " " if whole * number == amount else "约 "
    return f"，平均每户{about}{whole:,} 元"


def counted(name: str, number: int) -> str:
    """A word and its households; no blank before :data:`FEW`, which begins with a Chinese character."""
    told = households(number)
    return f"{name}{told}" if told == FEW else f"{name} {told}"
