"""Texts of foreign ledgers that hold more than one value: a period, a name with its number, a mechanism."""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from generator.ledger.values import folded
from generator.records.places import Place, Places
from generator.records.reference import Reference

_SEPARATOR = r"(?:-|—|–|~|～|至|到|一)+"
_DAYS = re.compile(
    rf"(20[0-9]{{2}})[-./年]([0-9]{{1,2}})[-./月]([0-9]{{1,2}})日?{_SEPARATOR}"
    r"(20[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?"
)
_MONTHS = re.compile(
    rf"(20[0-9]{{2}})[-./年]([0-9]{{1,2}})月?{_SEPARATOR}(?:(20[0-9]{{2}})[-./年])?([0-9]{{1,2}})月?"
)
_DAYS_SHORT = re.compile(
    rf"(20[0-9]{{2}})年([0-9]{{1,2}})月([0-9]{{1,2}})日?{_SEPARATOR}([0-9]{{1,2}})月([0-9]{{1,2}})日?"
)
_WHOLE = re.compile(r"(20[0-9]{2})年(?:度|全年)?")
_WITH_ID = re.compile(r"(.+?)\s*[（(\[【]\s*([A-Za-z0-9][A-Za-z0-9\-_/]{4,})\s*[)）\]】]", re.DOTALL)
_HOUSEHOLDS = re.compile(r"([0-9,]+)户")
_WORDS = (
    ("contract_farming", ("订单", "保底收购", "保价收购")),
    ("market_access", ("产销对接", "代销", "帮助销售")),
    ("trusteeship", ("托养", "托管", "代养")),
    ("training", ("技术培训", "培训")),
    ("support_services", ("配套服务", "社会化服务")),
    ("joint_operation", ("联合带动", "双绑")),
    ("employment", ("务工", "就业", "用工", "打工")),
    ("industry_integration", ("产业融合",)),
    ("land_transfer", ("土地流转", "流转土地")),
    ("asset_shareholding", ("资产入股", "入股")),
    ("guaranteed_dividend", ("保底", "分红")),
    ("collective_redistribution", ("二次分配",)),
)


def period(text: str) -> tuple[date, date] | None:
    """The first and the last day of a period such as ``2023年3月-11月`` or ``2023.03-2023.11``."""
    compact = folded(text)
    try:
        if match := _DAYS.fullmatch(compact):
            numbers = list(map(int, match.groups()))
            return date(*numbers[:3]), date(*numbers[3:])
        if match := _DAYS_SHORT.fullmatch(compact):
            year, first, day, last, until = map(int, match.groups())
            return date(year, first, day), date(year, last, until)
        if match := _MONTHS.fullmatch(compact):
            year, last_year = int(match[1]), int(match[3] or match[1])
            return date(year, int(match[2]), 1), _month_end(last_year, int(match[4]))
        if match := _WHOLE.fullmatch(compact):
            return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    except ValueError:
        return None
    return None


def _month_end(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return date(year, month, calendar.monthrange(year, month)[1])


def named_with_id(text: str) -> tuple[str, str | None]:
    """A project's name and the number in brackets behind it."""
    match = _WITH_ID.fullmatch(text.strip())
    return (match[1].strip(), match[2]) if match else (text.strip(), None)


def mechanisms(text: str, reference: Reference) -> list[str]:
    """The mechanisms that a text names, each once, in the vocabulary's order."""
    compact = folded(text)
    found = {
        term.code
        for term in reference.vocabularies["mechanisms"]
        if folded(term.label) in compact or folded(term.short) in compact
    }
    if not found:
        found = {code for code, words in _WORDS if any(word in compact for word in words)}
    return [term.code for term in reference.vocabularies["mechanisms"] if term.code in found]


def households(text: str) -> int | None:
    """The number of households that a text names, where it names but one."""
    found = {int(each.replace(",", "")) for each in _HOUSEHOLDS.findall(folded(text)) if each.strip(",")}
    return found.pop() if len(found) == 1 else None


def place(texts: Iterable[str], places: Places) -> str | None:
    """The place that some texts together name: the village, else the township; None if unclear."""
    return _place(folded("".join(texts)), places)


@lru_cache(maxsize=8192)
def _place(compact: str, places: Places) -> str | None:
    villages = [each for each in _at("village", places) if each.name in compact]
    townships = [each for each in _at("township", places) if each.name in compact]
    if townships:
        within = [each for each in villages if any(each.code.startswith(up.short) for up in townships)]
        villages = within or ([] if villages else villages)
    names = {each.name for each in villages}
    shorter = {name for name in names if any(name in other for other in names - {name})}
    longest = [each for each in villages if each.name not in shorter]
    if len(longest) == 1:
        return longest[0].code
    parents = {each.code[:9] for each in longest} or {each.short for each in townships}
    return f"{parents.pop()}000" if len(parents) == 1 else None


@lru_cache(maxsize=8)
def _at(level: str, places: Places) -> tuple[Place, ...]:
    return tuple(places.at(level))
