"""The fields of a shard's rows, column by column, and their digests."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from generator.records.details import Details
from generator.records.money import Money
from generator.records.summary import Row
from generator.search.texts import BETWEEN

_PLAIN = (
    *("id", "year", "place", "operator", "industry", "name", "operator_kind"),
    *("stage", "scope", "households"),
)
_PACKED = ("investment", "income", "payments", "funds", "documents", "agreements", "conditions")
_READ: Mapping[str, Callable[[Row], object]] = {
    "mechanisms": lambda row: " ".join(row.mechanisms),
    "warnings": lambda row: len(row.warnings),
    "credit_code": lambda row: row.credit_code or "",
}


class Fields:
    """Each field is told of all rows at once: amounts in fen, sets of words and several texts as one text."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._columns: dict[str, Sequence[Any]] = {}
        self._digests: dict[str, bytes] = {}

    def column(self, field: str) -> Sequence[Any]:
        """One field of all rows."""
        if field not in self._columns:
            self._read(field)
        return self._columns[field]

    def _read(self, field: str) -> None:
        if field in _READ:
            self._columns[field] = tuple(map(_READ[field], self._rows))
            return
        several, told = (_PACKED, _unpacked) if field in _PACKED else (_PLAIN, attrgetter(*_PLAIN))
        found: Iterable[tuple[Any, ...]] = zip(*map(told, self._rows), strict=True)
        self._columns.update(zip(several, found if self._rows else [()] * len(several), strict=True))

    def digest(self, field: str) -> bytes:
        """The digest of one field of all rows."""
        if field not in self._digests:
            self._digests[field] = mixed(["\x1e".join(map(str, self.column(field))).encode()])
        return self._digests[field]

    def told(self, digests: Mapping[str, bytes]) -> None:
        """Take the digests of fields from who knows them."""
        self._digests.update(digests)


def mixed(several: Iterable[bytes]) -> bytes:
    """One digest of several pieces."""
    return blake2b(b"\x1e".join(several), digest_size=16).digest()


def _unpacked(row: Row) -> tuple[Any, ...]:
    money, details = Money(row.money), Details(row.details)
    return (
        money.investment,
        money.income,
        money.payments,
        " ".join([source for source, _ in money.funds]),
        BETWEEN.join(details.documents),
        BETWEEN.join(details.agreements),
        " ".join(details.conditions),
    )
