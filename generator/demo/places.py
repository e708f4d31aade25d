"""The invented county's townships and villages.

Village number ``v`` is the same in a county of any size; a larger county has more of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd

from generator.demo.dice import Dice
from generator.demo.phrases import Phrases

COUNTY = "示例县"
PREFIX = "990101"
"""A division code that no real county has."""

_SIZES = (6, 5, 7, 6, 8, 4, 6, 7, 5, 6)
"""Villages of the first ten townships, and of every ten after them."""

TOWNSHIPS = 300
VILLAGES = TOWNSHIPS * 30
_FIRST = TOWNSHIPS // len(_SIZES) * sum(_SIZES)


@dataclass(frozen=True, slots=True)
class Township:
    """A township; ``phone`` is its office's landline."""

    number: int
    code: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Village:
    """A village and its farm households, of them lifted and monitored ones."""

    number: int
    code: str
    name: str
    township: Township
    households: int
    lifted: int
    monitored: int

    @property
    def root(self) -> str:
        """The name without 村."""
        return self.name.removesuffix("村")


def founded(records: int) -> int:
    """How many villages have projects when there are so many records."""
    return min(max((records + 4) // 5, 1), VILLAGES)


def listed(records: int) -> int:
    """How many villages a county of so many records has: the last township is a whole one."""
    villages = founded(records)
    if villages >= _FIRST:
        return villages
    return _first_villages(_seat(villages - 1)[0]).stop


class Places:
    """The division tree of one seed, made as it is asked for."""

    def __init__(self, seed: int, names: Phrases) -> None:
        self._seed = seed
        self._names = names
        self._villages: dict[int, Village] = {}
        self._townships: dict[int, Township] = {}
        dice = Dice(f"{seed}:names")
        self._village_names = _Order(dice, len(names["place_first"]) * len(names["place_last"]))
        self._township_names = _Order(dice, len(names["township_first"]) * len(names["township_last"]))

    def village(self, number: int) -> Village:
        """Village ``number``, counted from 0."""
        if number not in self._villages:
            self._villages[number] = self._founded(number)
        return self._villages[number]

    def township(self, number: int) -> Township:
        """Township ``number``, counted from 0."""
        if number not in self._townships:
            first, last = self._names["township_first"], self._names["township_last"]
            at = self._township_names[number]
            town = number < 200 and number % 2 == 0
            self._townships[number] = Township(
                number=number,
                code=f"{PREFIX}{_township_code(number)}000",
                name=first[at // len(last)] + last[at % len(last)] + ("镇" if town else "乡"),
                phone=f"0990-1236{number:03d}",
            )
        return self._townships[number]

    def neighbours(self, village: Village, known: int) -> list[Village]:
        """All villages of a village's township among the first ``known``, itself included."""
        township = village.township.number
        found = [self.village(v) for v in _first_villages(township) if v < known]
        return found + [self.village(v) for v in range(_FIRST + township, known, TOWNSHIPS)]

    def first_village(self, township: int) -> int:
        """The number of a township's oldest village."""
        return _first_villages(township).start

    def table(self, villages: int) -> Iterator[str]:
        """The lines of ``places.csv`` for a county of so many villages."""
        yield "code,name,households,lifted,monitored"
        yield f"{PREFIX}000000,{COUNTY},,,"
        members: dict[int, list[Village]] = {}
        for number in range(villages):
            village = self.village(number)
            members.setdefault(village.township.number, []).append(village)
        for township in sorted(map(self.township, members), key=lambda each: each.code):
            inside = members[township.number]
            sums = (
                sum(each.households for each in inside),
                sum(each.lifted for each in inside),
                sum(each.monitored for each in inside),
            )
            yield f"{township.code},{township.name},{sums[0]},{sums[1]},{sums[2]}"
            for each in sorted(inside, key=lambda each: each.code):
                yield f"{each.code},{each.name},{each.households},{each.lifted},{each.monitored}"

    def _founded(self, number: int) -> Village:
        township, seat = _seat(number)
        dice = Dice(f"{self._seed}:village:{number}")
        households = dice.whole(190, 520) + dice.whole(0, 260)
        lifted = households * dice.whole(130, 250) // 1000
        return Village(
            number=number,
            code=f"{PREFIX}{_township_code(township)}{201 + seat:03d}",
            name=self._village_name(number),
            township=self.township(township),
            households=households,
            lifted=lifted,
            monitored=households * dice.whole(16, 38) // 1000,
        )

    def _village_name(self, number: int) -> str:
        first, last = self._names["place_first"], self._names["place_last"]
        tier, _ = divmod(number, len(first) * len(last))
        at = self._village_names[number]
        wide = self._names["place_wide"][tier - 1] if tier else ""
        return wide + first[at // len(last)] + last[at % len(last)] + "村"


class _Order:
    """A fixed shuffle of the numbers below ``size`` that needs no table."""

    def __init__(self, dice: Dice, size: int) -> None:
        self._size = size
        self._step = dice.whole(size // 3, size - 1)
        while gcd(self._step, size) != 1:
            self._step += 1
        self._start = dice.whole(0, size - 1)

    def __getitem__(self, number: int) -> int:
        return (self._start + number * self._step) % self._size


def _township_code(number: int) -> int:
    """100–199 for towns (镇), 200–399 for townships (乡)."""
    if number < 200:
        return number // 2 + (100 if number % 2 == 0 else 200)
    return number + 100


def _seat(number: int) -> tuple[int, int]:
    """The township of a village, and its place in it."""
    if number >= _FIRST:
        return (number - _FIRST) % TOWNSHIPS, 10 + (number - _FIRST) // TOWNSHIPS
    rounds, rest = divmod(number, sum(_SIZES))
    township = rounds * len(_SIZES)
    for size in _SIZES:
        if rest < size:
            return township, rest
        rest -= size
        township += 1
    raise AssertionError("a round's sizes add up to it")


def _first_villages(township: int) -> range:
    rounds, rest = divmod(township, len(_SIZES))
    start = rounds * sum(_SIZES) + sum(_SIZES[:rest])
    return range(start, start + _SIZES[rest])
