"""The terms of a mechanism, by the labels of its model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, get_args

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
from generator.records.model import Label, label_of
from generator.records.scalars import Word

_NO_TERMS = ("mechanism", "beneficiaries", "note")
UNSTATED = "没有写明"


Term = tuple[str, str]
"""One term, as a reader meets it: its label and what was agreed."""


@dataclass(frozen=True, slots=True)
class _Plan:
    key: str
    label: Label
    vocabulary: str | None


def terms(linkage: Linkage, site: Site) -> list[Term]:
    """The terms that a linkage states, and those that it should state and does not."""
    found = []
    for plan in _plans(linkage.mechanism):
        value = getattr(linkage, plan.key)
        if value is not None and (value or not isinstance(value, tuple)):
            found.append((plan.label.zh, _told(value, plan, site)))
        elif plan.label.term:
            found.append((plan.label.zh, UNSTATED))
    return found


@cache
def _plans(mechanism: str) -> tuple[_Plan, ...]:
    fields = LINKAGES[mechanism].model_fields
    return tuple(
        _Plan(key, label_of(info), _vocabulary(info)) for key, info in fields.items() if key not in _NO_TERMS
    )


def _vocabulary(info: FieldInfo) -> str | None:
    return next((each.vocabulary for each in _words(info.annotation, *info.metadata)), None)


def _words(*annotations: Any) -> list[Word]:
    found = []
    for each in annotations:
        if isinstance(each, Word):
            found.append(each)
        found += _words(*get_args(each))
    return found


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
    return " → ".join(_link(each, site) for each in parties)


def _link(party: ChainParty, site: Site) -> str:
    role = site.short(party.role, "chain_roles")
    return party.name if party.name == role else f"{party.name}（{role}）"


def _rent(value: Rent) -> str:
    parts = [f"每亩每年 {amounts.yuan(value.amount)}", value.in_kind, value.adjustment]
    return "；".join(part for part in parts if part)


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
}


def _told(value: Any, plan: _Plan, site: Site) -> str:
    if isinstance(value, str):
        return site.label(value, plan.vocabulary) if plan.vocabulary else value
    special = _SPECIAL.get(type(value))
    if special:
        return special(value, site)
    if isinstance(value, Decimal | int):
        return _number(value, plan.label.unit)
    if isinstance(value[0], ChainParty):
        return chain(value, site)
    return "、".join(site.label(each, plan.vocabulary) if plan.vocabulary else each for each in value)
