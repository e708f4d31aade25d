"""Places: the division tree of a county, by 12-digit statistical codes.

2 digits province, 2 prefecture, 2 county (GB/T 2260), 3 township, 3 village; a unit's own code is
filled with zeros, and its parent is found by its prefix.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_LEVELS = ((2, "province"), (4, "prefecture"), (6, "county"), (9, "township"), (12, "village"))


@lru_cache(maxsize=65536)
def level_of(code: str) -> str:
    """The level of a 12-digit code: province, prefecture, county, township or village."""
    for digits, name in _LEVELS:
        if set(code[digits:]) <= {"0"}:
            return name
    raise AssertionError("every code is at most a village")


@lru_cache(maxsize=65536)
def _short(code: str) -> str:
    level = level_of(code)
    return next(code[:digits] for digits, name in _LEVELS if name == level)


@dataclass(frozen=True, slots=True)
class Place:
    """One unit of the division tree.

    Attributes:
        code: 12 digits, kept as text.
        name: the official short name, e.g. 柳湾村.
        households: all farm households, or None where the county does not state them.
        lifted: households lifted out of poverty, or None.
        monitored: monitored households, not counting those in ``lifted``, or None.
    """

    code: str
    name: str
    households: int | None = None
    lifted: int | None = None
    monitored: int | None = None

    @property
    def level(self) -> str:
        """province, prefecture, county, township or village."""
        return level_of(self.code)

    @property
    def short(self) -> str:
        """The code without its filling zeros: the place's address on the site."""
        return _short(self.code)


class Places:
    """The place tree, in the order of the codes."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.code: place for place in sorted(places, key=lambda place: place.code)}
        self._parents = {code: self._above(code) for code in self._places}
        self._roots = [self._places[code] for code, above in self._parents.items() if above is None]
        self._children: dict[str, list[Place]] = {}
        for place in self:
            above = self._parents[place.code]
            if above:
                self._children.setdefault(above.code, []).append(place)

    def __getitem__(self, code: str) -> Place:
        return self._places[code]

    def __contains__(self, code: object) -> bool:
        return code in self._places

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def __len__(self) -> int:
        return len(self._places)

    def parent(self, code: str) -> Place | None:
        """The nearest unit above that the file lists, or None."""
        return self._parents[code] if code in self._parents else self._above(code)

    def _above(self, code: str) -> Place | None:
        for digits, _ in reversed(_LEVELS[:-1]):
            above = code[:digits].ljust(12, "0")
            if above != code and above in self._places and code[digits:].strip("0"):
                return self._places[above]
        return None

    def children(self, code: str) -> list[Place]:
        """The units directly below, in the order of the codes."""
        return self._children.get(code, [])

    def line(self, code: str) -> list[Place]:
        """The unit and all above it, the highest first."""
        place: Place | None = self[code]
        found = []
        while place:
            found.append(place)
            place = self.parent(place.code)
        return found[::-1]

    def roots(self) -> list[Place]:
        """The units without a parent: one county, or several in a prefecture's site."""
        return self._roots

    def at(self, level: str) -> list[Place]:
        """All units of a level."""
        return [place for place in self if place.level == level]

    def full_name(self, code: str) -> str:
        """The name with those above it up to the township: 东河镇柳湾村."""
        return "".join(place.name for place in self.line(code) if place.level in ("township", "village"))
