"""The terms of a mechanism, by the labels of its model."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.pages import amounts, days
from generator.pages.site import Site
from generator.records.linkages import (
    LINKAGES,
    ChainParty,
    Linkage,
    PaymentTerms,
    Period,
    Price,
    Rent,
    Wage,
)
from generator.records.model import fields_of, label_of
from generator.records.scalars import Word

_NO_TERMS = ("mechanism", "beneficiaries", "note")
UNSTATED = "没有写明"


Term = tuple[str, str]
"""One term, as a reader meets it: its label and what was agreed."""


_Plan = tuple[str, str, Callable[[Any, Site], str] | None, bool]
"""How a field is told: its key and label, what tells a value of it (None where that is the text itself), and
whether it has to be stated. A plain tuple, like all that is unpacked for every page: to unpack a named one
takes three times as long."""


def terms(linkage: Linkage, site: Site) -> list[Term]:
    """The terms that a linkage states, and those that it should state and does not."""
    found = []
    for key, label, tell, due in _plans(linkage.mechanism):
        value = getattr(linkage, key)
        if value or (value is not None and value != ()):
            found.append((label, tell(value, site) if tell else value))
        elif due:
            found.append((label, UNSTATED))
    return found


@cache
def _plans(mechanism: str) -> tuple[_Plan, ...]:
    fields = fields_of(LINKAGES[mechanism])
    return tuple(_plan(key, info) for key, info in fields.items() if key not in _NO_TERMS)


def _plan(key: str, info: FieldInfo) -> _Plan:
    label, parts = label_of(info), _parts(info.annotation, *info.metadata)
    return key, label.zh, _teller(parts, label.unit), label.term


def _teller(parts: list[Any], unit: str | None) -> Callable[[Any, Site], str] | None:
    """What tells a value from the parts of its annotation; None where it is a text."""
    word = next((each.vocabulary for each in parts if isinstance(each, Word)), None)
    several = any(get_origin(each) is tuple for each in parts)
    if word:
        return lambda value, site: (site.labels if several else site.label)(value, word)
    special = next((_SPECIAL[each] for each in parts if isinstance(each, type) and each in _SPECIAL), None)
    if special:
        return special
    if Decimal in parts or int in parts:
        return lambda value, site: _number(value, unit)
    return (lambda value, site: "、".join(value)) if several else None


def _parts(*annotations: Any) -> list[Any]:
    """Annotations, and all that they are made of."""
    return [part for each in annotations for part in (each, *_parts(*get_args(each)))]


def price(value: Price, site: Site) -> str:
    """A price: ``保底价，每公斤 2.4 元``."""
    return f"{site.label(value.basis, 'price_bases')}，每{value.per} {amounts.yuan(value.amount)}"


def wage(value: Wage, site: Site) -> str:
    """A wage: ``每天 90 元``."""
    return f"每{site.label(value.per, 'wage_periods')} {amounts.yuan(value.amount)}"


def paid(value: PaymentTerms) -> str:
    """When and how money comes: ``每年 12 月 20 日前，银行转账``."""
    return f"{value.due}，{value.way}"


def chain(parties: Sequence[ChainParty], site: Site) -> str:
    """The links of a chain in their order."""
    return " → ".join([_link(each, site) for each in parties])


def _link(party: ChainParty, site: Site) -> str:
    role = site.short(party.role, "chain_roles")
    return party.name if party.name == role else f"{party.name}（{role}）"


def _rent(value: Rent) -> str:
    parts = [f"每亩每年 {amounts.yuan(value.amount)}", value.in_kind, value.adjustment]
    return "；".join(filter(None, parts))


def _number(value: Decimal | int, unit: str | None) -> str:
    if unit == "元":
        return amounts.money(Decimal(value))
    if unit == "%":
        return amounts.percent(Decimal(value))
    return f"{amounts.plain(Decimal(value))} {unit}"


_SPECIAL: dict[type, Callable[[Any, Site], str]] = {
    Period: lambda value, site: days.span(value.start, value.end),
    Price: price,
    Wage: wage,
    Rent: lambda value, site: _rent(value),
    PaymentTerms: lambda value, site: paid(value),
    ChainParty: chain,
}
