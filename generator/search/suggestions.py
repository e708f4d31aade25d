"""What the search box offers while someone types: places, operators, mechanisms, pages."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.pages.address import mechanism_address, operator_folder, paged, place_address
from generator.pages.overview import Overview

MOST = 1500
"""Places and operators offered; those with most projects come first, and the search itself knows all."""


def suggestions(overview: Overview, told: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """By kind: name, address, and number of projects where there is one; ``told`` are the guides."""
    site = overview.site
    tree = site.reference.places
    most = sorted(tree, key=lambda place: -len(overview.places[place.code]))[:MOST]
    places = [
        [tree.full_name(place.code) or place.name, place_address(place), len(overview.places[place.code])]
        for place in most
    ]
    operators = [
        [rows[0].operator, paged(operator_folder(key)), len(rows)]
        for key, rows in list(overview.operators.items())[:MOST]
    ]
    mechanisms = [
        [site.label(code, "mechanisms"), mechanism_address(code), len(rows)]
        for code, rows in overview.mechanisms.items()
    ]
    written_pages = (page for group in told for page in group["pages"])
    pages = [[title, address] for address, title, *_ in written_pages if not _mechanism(address)]
    return {"places": places, "operators": operators, "mechanisms": mechanisms, "pages": pages}


def _mechanism(address: str) -> bool:
    return address.startswith("mechanisms/") and address != "mechanisms/index.html"
