"""What a row keeps for the search index, for rules over the whole register and for a few pages."""

import marshal
from collections.abc import Iterable
from datetime import date
from sys import intern
from typing import Any

from generator.records.money import FORMAT


class Details:
    """What no list shows of a project, read from the little room in which a row keeps it."""

    __slots__ = ("_plain",)

    def __init__(self, packed: bytes) -> None:
        self._plain: tuple[Any, ...] = marshal.loads(packed)

    @staticmethod
    def packed(
        documents: Iterable[str] = (),
        beneficiaries: Iterable[tuple[str, int]] = (),
        assets: Iterable[tuple[int, str]] = (),
        conditions: Iterable[str] = (),
        agreements: Iterable[str] = (),
        notices: Iterable[tuple[str, date, date]] = (),
    ) -> bytes:
        """As a row keeps them: words interned, other texts encoded, so equal details have equal bytes."""
        values = (
            tuple(map(str.encode, documents)),
            tuple([(intern(mechanism), many) for mechanism, many in beneficiaries]),
            tuple([(at, code.encode()) for at, code in assets]),
            tuple(map(intern, conditions)),
            tuple(map(str.encode, agreements)),
            tuple([(intern(each), first.toordinal(), last.toordinal()) for each, first, last in notices]),
        )
        return marshal.dumps(values, FORMAT)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents by which money was granted."""
        return tuple(map(bytes.decode, self._plain[0]))

    @property
    def beneficiaries(self) -> tuple[tuple[str, int], ...]:
        """The households of every linkage, by its mechanism."""
        found: tuple[tuple[str, int], ...] = self._plain[1]
        return found

    @property
    def assets(self) -> tuple[tuple[int, str], ...]:
        """The codes of the assets that have one, each with its place among the assets."""
        return tuple([(at, code.decode()) for at, code in self._plain[2]])

    @property
    def conditions(self) -> tuple[str, ...]:
        """In what state its assets are."""
        found: tuple[str, ...] = self._plain[3]
        return found

    @property
    def agreements(self) -> tuple[str, ...]:
        """The numbers of its agreements."""
        return tuple(map(bytes.decode, self._plain[4]))

    @property
    def notices(self) -> tuple[tuple[str, date, date], ...]:
        """The moment of every notice, its first and its last day."""
        day = date.fromordinal
        return tuple([(moment, day(first), day(last)) for moment, first, last in self._plain[5]])

    def notice_end(self, today: date) -> date | None:
        """The last day of the notice period that is under way and ends first, or None."""
        now = today.toordinal()
        ends = [last for _, first, last in self._plain[5] if first <= now <= last]
        return date.fromordinal(min(ends)) if ends else None
