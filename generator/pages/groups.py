"""Groups of households in words, with small ones not told apart (field guide, section 8)."""

from generator.pages.amounts import SMALL_GROUP, households, tight
from generator.pages.site import Site
from generator.records.parties import Beneficiaries

_PARTS = ("lifted", "monitored", "at_risk")


def parts(group: Beneficiaries, site: Site) -> list[tuple[str, str]]:
    """The named parts of a group: the category's short name and how many households."""
    found = []
    for category in _PARTS:
        number: int | None = getattr(group, category)
        if number is not None:
            found.append((site.short(category, "beneficiary_categories"), households(number)))
    return found


def people(group: Beneficiaries) -> str:
    """How many people, where that is stated and the group is not small."""
    if group.persons is None or group.households <= SMALL_GROUP:
        return ""
    return f"{group.persons:,} 人"


def in_words(group: Beneficiaries, site: Site) -> str:
    """``86 户农户（其中脱贫户 31 户、监测对象 4 户）``."""
    named = "、".join([f"{name} {number}" for name, number in parts(group, site)])
    return f"{households(group.households)}农户" + (f"（其中{tight(named)}）" if named else "")
