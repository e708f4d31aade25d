"""The columns of one shard, in parts that a browser fetches when it needs them.

``core``   what is searched and counted with every query: id, name, place, operator, masks
``amounts``  the amount in 百元, for the rows that are shown
``marks``  document and agreement numbers
``codes``  credit codes
``scope``  what was built
``figures``  the numbers in it, for words of nothing but digits
``sums``   households, the village's income, what was distributed in all, and the exact amount
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from math import gcd
from operator import attrgetter
from typing import Any

from generator.errors import ToldError
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.codes import credit_codes
from generator.search.figures import figures
from generator.search.planes import planes, sequence
from generator.search.recent import recent
from generator.search.texts import BETWEEN, Own, serial, texts

VOCABULARIES: Mapping[str, str] = {
    "mechanism": "mechanisms",
    "fund": "fund_sources",
    "industry": "industries",
    "stage": "stages",
    "operator": "operator_kinds",
    "condition": "asset_conditions",
}
"""The facets that stand for words of a vocabulary."""

MOST_WORDS = 31
"""A row's words of one vocabulary are bits of one number in a browser."""

_CENTS = Decimal(100)

Part = dict[str, Any]


class Columns:
    """The rows of one shard, in the order of their places, the newest first."""

    def __init__(self, rows: Iterable[Row], reference: Reference) -> None:
        self.rows = sorted(rows, key=lambda row: (row.place, -row.year, row.id))
        self._codes = {
            facet: list(reference.vocabularies[name].terms) for facet, name in VOCABULARIES.items()
        }
        for facet in ("mechanism", "fund", "condition"):
            if len(self._codes[facet]) > MOST_WORDS:
                name = VOCABULARIES[facet]
                raise ToldError(
                    f"data/vocabularies/{name}.yaml 的词太多，查找最多认 {MOST_WORDS} 个。请去掉不用的词。"
                )
        self._places = reference.places
        self._names: dict[str, tuple[str, str]] = {}
        self._fields: dict[str, list[Any]] = {}
        self._digests: dict[str, bytes] = {}
        self._makers = {
            "core": self._core,
            "amounts": self._amounts,
            "marks": self._marks,
            "codes": self._credit_codes,
            "scope": self._scope,
            "figures": self._figures,
            "sums": self._sums,
        }

    def digest(self, name: str) -> bytes:
        """A digest of all that a part is made from, beside reference data and program."""
        own = _IDENTITY if name in ("core", "marks", "scope") else ()
        return b"".join(self._digest(field) for field in dict.fromkeys((*own, *_INPUTS[name])))

    def part(self, name: str) -> Part:
        """One part, ready to be written."""
        return self._makers[name]()

    def _digest(self, field: str) -> bytes:
        if field not in self._digests:
            found = "\x1e".join(map(str, self._column(field)))
            self._digests[field] = blake2b(found.encode(), digest_size=16).digest()
        return self._digests[field]

    def _column(self, field: str) -> list[Any]:
        """One field of all rows; sets of words as one text."""
        if field not in self._fields:
            read = _READ.get(field) or attrgetter(field)
            self._fields[field] = [read(row) for row in self.rows]
        return self._fields[field]

    @cached_property
    def _owns(self) -> list[Own]:
        return [self._own(row) for row in self.rows]

    @cached_property
    def _by_industry(self) -> list[int]:
        """Rows of one industry have texts that are alike."""
        industries = {code: at for at, code in enumerate(self._codes["industry"])}
        return sorted(range(len(self.rows)), key=lambda at: industries[self.rows[at].industry])

    @cached_property
    def _by_funds(self) -> list[int]:
        """Rows that are paid from the same sources name the same documents."""
        masks = self._masks("fund")
        return sorted(range(len(self.rows)), key=lambda at: masks[at])

    def _marks(self) -> Part:
        return {
            "documents": self._texts(self._column("documents"), self._by_funds),
            "agreements": self._texts(self._column("agreements")),
        }

    def _scope(self) -> Part:
        return {"scope": self._texts([row.scope for row in self.rows])}

    def _figures(self) -> Part:
        return figures([row.scope for row in self.rows], self._by_industry)

    def _sums(self) -> Part:
        """Amounts in fen; the exact amount as what it is beyond the one in the core, and 50 yuan."""
        fen, income, payments = (
            [int(each * _CENTS) for each in self._column(field)]
            for field in ("investment", "income", "payments")
        )
        return {
            "households": planes([row.households for row in self.rows]),
            "income": _money(income),
            "distributed": _money([one + more for one, more in zip(income, payments, strict=True)]),
            "amounts": _money([each - _hundreds(each) * 10_000 + 5_000 for each in fen]),
        }

    def _core(self) -> Part:
        rows = self.rows
        codes, place = recent([row.place for row in rows])
        operators, operator = recent([_operator(row) for row in rows])
        kinds, stages, industries = (
            {code: at for at, code in enumerate(self._codes[facet])}
            for facet in ("operator", "stage", "industry")
        )
        first = min((row.year for row in rows), default=0)
        return {
            "rows": len(rows),
            "ids": self._ids(),
            "names": self._texts([row.name for row in rows]),
            "first": first,
            "years": planes([row.year - first for row in rows]),
            "places": self._tree(codes),
            "place": place,
            "operators": "\n".join(name for name, _ in operators),
            "kinds": planes([kinds[kind] + 1 if kind else 0 for _, kind in operators]),
            "operator": operator,
            "mechanisms": self._sets("mechanism"),
            "funds": self._sets("fund"),
            "conditions": self._sets("condition"),
            "stages": planes([stages[row.stage] for row in rows]),
            "industries": planes([industries[row.industry] for row in rows]),
            "warnings": planes([len(row.warnings) for row in rows]),
        }

    def _amounts(self) -> Part:
        return {"amounts": planes([_hundreds(int(row.investment * _CENTS)) for row in self.rows])}

    def _ids(self) -> Part:
        """Ids as prefix, the record's year and a serial number of a fixed width, where they all are."""
        cut = [row.id.rpartition("-") for row in self.rows]
        heads = {head.removesuffix(str(row.year)) for (head, *_), row in zip(cut, self.rows, strict=True)}
        serials = [serial for *_, serial in cut]
        width = min(map(len, serials), default=1)
        plain = all(serial.isascii() and serial.isdigit() for serial in serials)
        if len(heads) == 1 and plain and self._same(min(heads), serials, width):
            return {"prefix": min(heads), "width": width, "serial": planes(list(map(int, serials)))}
        return texts([row.id for row in self.rows], [Own()] * len(self.rows), self._by_industry)

    def _same(self, prefix: str, serials: Sequence[str], width: int) -> bool:
        """Whether the ids come out again."""
        return all(
            row.id == f"{prefix}{row.year}-{int(serial):0{width}}"
            for row, serial in zip(self.rows, serials, strict=True)
        )

    def _credit_codes(self) -> Part:
        codes = self._column("credit_code")
        return credit_codes(codes, [_operator(row) for row in self.rows])

    def _masks(self, facet: str) -> list[int]:
        bits = {code: 1 << at for at, code in enumerate(self._codes[facet])}
        sets = self._column(_SETS[facet])
        known = {each: sum(bits[code] for code in set(each.split())) for each in set(sets)}
        return [known[each] for each in sets]

    def _sets(self, facet: str) -> Part:
        """Sets of words as bit masks: the masks that occur, the commonest first, and which each row has."""
        masks = self._masks(facet)
        counted: dict[int, int] = {}
        for mask in masks:
            counted[mask] = counted.get(mask, 0) + 1
        known = sorted(counted, key=lambda mask: (-counted[mask], mask))
        at = {mask: number for number, mask in enumerate(known)}
        return {"masks": known, "i": sequence([at[mask] for mask in masks])}

    def _texts(self, values: Sequence[str], order: Sequence[int] | None = None) -> Part:
        return texts(values, self._owns, self._by_industry if order is None else order)

    def _own(self, row: Row) -> Own:
        township, village = self.named(row.place)
        return Own(township + village, township, row.operator or "", str(row.year), serial(row.id))

    def own(self, row: Row) -> tuple[str, ...]:
        """The names that a row is found by: operator, place, and the levels of the place."""
        township, village = self.named(row.place)
        return row.operator or "", township + village, township, village

    def _tree(self, codes: Iterable[str]) -> str:
        """Places as lines: code and name of a township, after ``:`` those of its villages, ``/`` between.

        A place that is the township itself, or above, stands as a village without a name. The rows
        are in the order of the places, so a township comes once.
        """
        lines: dict[str, list[str]] = {}
        for code in codes:
            township, village = self.named(code)
            lines.setdefault(f"{code[:9]}{township}", []).append(f"{code[9:]}{village}")
        return "\n".join(f"{head}:{'/'.join(villages)}" for head, villages in lines.items())

    def named(self, code: str) -> tuple[str, str]:
        """The names of the township and the village; empty for a level that the place is above."""
        if code not in self._names:
            line = self._places.line(code) if code in self._places else ()
            named = {place.level: place.name for place in line}
            self._names[code] = named.get("township", ""), named.get("village", "")
        return self._names[code]


def _hundreds(fen: int) -> int:
    """An amount in whole 百元: what a list shows of it."""
    return (fen + 5_000) // 10_000


def _money(fen: Sequence[int]) -> Part:
    """Amounts in fen: the largest unit that all are whole numbers of, and planes."""
    unit = gcd(*fen) or 1
    return {"unit": unit, "i": planes([each // unit for each in fen])}


def _operator(row: Row) -> tuple[str, str | None]:
    return row.operator or "", row.operator_kind


_SETS = {"mechanism": "mechanisms", "fund": "funds", "condition": "conditions"}

PARTS = ("core", "amounts", "marks", "codes", "scope", "figures", "sums")
"""All parts, in the order in which they are written."""

_IDENTITY = ("id", "year", "place", "operator", "industry")
"""What texts are likely to repeat, and by what they are ordered."""

_INPUTS: Mapping[str, tuple[str, ...]] = {
    "core": ("name", "operator_kind", "mechanisms", "funds", "conditions", "stage", "warnings"),
    "amounts": ("place", "year", "id", "investment"),
    "marks": ("funds", "documents", "agreements"),
    "codes": ("place", "year", "id", "operator", "operator_kind", "credit_code"),
    "scope": ("scope",),
    "figures": ("place", "year", "id", "industry", "scope"),
    "sums": ("place", "year", "id", "investment", "households", "income", "payments"),
}
"""The fields of a row from which each part is made, beside what texts repeat."""

_READ: Mapping[str, Callable[[Row], object]] = {
    "mechanisms": lambda row: " ".join(row.mechanisms),
    "funds": lambda row: " ".join([source for source, _ in row.funds]),
    "conditions": lambda row: " ".join(row.conditions),
    "warnings": lambda row: len(row.warnings),
    "documents": lambda row: BETWEEN.join(row.documents),
    "agreements": lambda row: BETWEEN.join(row.agreements),
    "credit_code": lambda row: row.credit_code or "",
}
