"""Sums of money as people read them: sums are whole numbers of fen, and seldom two are alike.

A decimal made of each to be told as :func:`generator.pages.amounts.rough` tells amounts would cost three
times as much.
"""

_FEN = 100
_WAN = 10_000 * _FEN
_YI = 10_000 * _WAN


def rough(fen: int) -> str:
    """An amount of fen as :func:`generator.pages.amounts.rough` tells it in yuan."""
    if fen < 0:
        return f"-{rough(-fen)}"
    if fen < _WAN:
        yuan, rest = divmod(fen, _FEN)
        return f"{yuan:,}.{rest:02d} 元" if rest else f"{yuan:,} 元"
    return _in(_WAN, "万元", fen) if fen < _YI else _in(_YI, "亿元", fen)


def _in(unit: int, name: str, fen: int) -> str:
    # Half a hundredth of the unit is added, so that halves are rounded up.
    whole, rest = divmod((fen + unit // 200) // (unit // 100), 100)
    return f"{whole:,}.{rest:02d}".rstrip("0") + f" {name}" if rest else f"{whole:,} {name}"
