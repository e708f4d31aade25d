"""How many households of a place the running projects reach.

The same household may share in several projects, and the register holds no names: so the least that is
certain is counted, the project with most households in each place, and the pages say "at least".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.records.places import Place
from generator.records.summary import Row

if TYPE_CHECKING:
    from generator.pages.overview import Overview


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is certain of a place.

    Attributes:
        households: at least so many are reached.
        priority: at least so many of the groups that the policies put first are reached.
        villages: how many villages the place has.
        linked: how many of them have a running project with an operator and a mechanism.
    """

    households: int
    priority: int
    villages: int
    linked: int


def coverage(place: Place, overview: "Overview") -> Coverage:
    """Count a place and what is below it: once, for all above it ask for it again."""
    if place.code not in overview.covered:
        overview.covered[place.code] = _counted(place, overview)
    return overview.covered[place.code]


def _counted(place: Place, overview: "Overview") -> Coverage:
    below = [coverage(child, overview) for child in overview.site.reference.places.children(place.code)]
    own = overview.running.get(place.code, ())
    village = place.level == "village"
    return Coverage(
        households=max(_most(own, "households"), sum(each.households for each in below)),
        priority=max(_most(own, "priority"), sum(each.priority for each in below)),
        villages=village + sum(each.villages for each in below),
        linked=(village and any(row.operator and row.mechanisms for row in own))
        + sum(each.linked for each in below),
    )


def _most(rows: Sequence[Row], what: str) -> int:
    return max((getattr(row, what) for row in rows), default=0)
