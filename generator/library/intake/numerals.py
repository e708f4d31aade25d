"""Chinese numerals, as documents number their parts."""

_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def number(text: str) -> int | None:
    """The value of ``三``, ``二十一``, ``一百零二``, ``12``, ``１２`` or ``③``; None for anything else."""
    if len(text) == 1 and text in CIRCLED:
        return CIRCLED.index(text) + 1
    if text.isdecimal():
        return int(text)
    return _chinese(text)


def _chinese(text: str) -> int | None:
    total, digit = 0, None
    for each in text:
        if each in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[each]
            digit = None
        elif each in _DIGITS and not digit:
            digit = _DIGITS[each]
        else:
            return None
    return total + (digit or 0) or None
