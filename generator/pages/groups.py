"""Groups of households in words, with small ones not told apart (field guide, section 8)."""

from generator.pages.amounts import SMALL_GROUP, counted, households
from generator.pages.site import Site
from generator.records.parties import Beneficiaries

_PARTS = ("lifted", "monitored", "at_risk")


def parts(group: Beneficiaries, site: Site) -> list[str]:
    """The named parts of a group: the category's short name and how many households, ``脱贫户 31 户``."""
    found = []
    for category in _PARTS:
        number: int | None = getattr(group, category)
        if number is not None:
            found.append(counted(site.short(category, "beneficiary_categories"), number))
    return found


def people(group: Beneficiaries) -> str:
    """How many people, where that is stated and the group is not small."""
    if group.persons is None or group.households <= SMALL_GROUP:
        return ""
    return f"{group.persons:,} 人"


def among(group: Beneficiaries, site: Site) -> str:
    """``（其中脱贫户 31 户、监测对象 4 户）``; empty where no part is named."""
    told = "、".join(parts(group, site))
    return f"（其中{told}）" if told else ""


def in_words(group: Beneficiaries, site: Site) -> str:
    """``86 户农户（其中脱贫户 31 户、监测对象 4 户）``."""
    return f"{households(group.households)}农户{among(group, site)}"
