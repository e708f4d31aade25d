"""The columns of one shard, in parts that a browser fetches when it needs them.

``core``   what every result shows and facets count: id, name, place, operator, masks, amount in 百元
``marks``  document and agreement numbers
``codes``  credit codes
``scope``  what was built
``sums``   households, the village's income, what was distributed in all, and the exact amount
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import gcd
from typing import Any

from generator.errors import ToldError
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.planes import planes, sequence
from generator.search.recent import recent
from generator.search.texts import BETWEEN, Own, texts

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

_ID = re.compile(r"(.*?)([0-9]{4})-([0-9]+)")
_CENTS = Decimal(100)
_HUNDRED = Decimal(100)

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
        self._owns = [self._own(row) for row in self.rows]
        industries = self._codes["industry"]
        self._order = sorted(range(len(self.rows)), key=lambda at: industries.index(self.rows[at].industry))

    def parts(self) -> dict[str, Part]:
        """All parts by name."""
        return {
            "core": self._core(),
            "marks": {
                "documents": self._texts(lambda row: BETWEEN.join(row.documents)),
                "agreements": self._texts(lambda row: BETWEEN.join(row.agreements)),
            },
            "codes": self._credit_codes(),
            "scope": {"scope": self._texts(lambda row: row.scope)},
            "sums": {
                "households": planes([row.households for row in self.rows]),
                "income": _money([row.income for row in self.rows]),
                "distributed": _money([row.income + row.payments for row in self.rows]),
                "amounts": _money([row.investment for row in self.rows]),
            },
        }

    def _core(self) -> Part:
        codes, place = recent([row.place for row in self.rows])
        operators, operator = recent([(row.operator or "", row.operator_kind) for row in self.rows])
        kinds = self._codes["operator"]
        first = min((row.year for row in self.rows), default=0)
        return {
            "rows": len(self.rows),
            "ids": self._ids(),
            "names": self._texts(lambda row: row.name),
            "first": first,
            "years": planes([row.year - first for row in self.rows]),
            "places": self._tree(codes),
            "place": place,
            "operators": "\n".join(name for name, _ in operators),
            "kinds": planes([kinds.index(kind) + 1 if kind else 0 for _, kind in operators]),
            "operator": operator,
            "mechanisms": self._sets("mechanism", lambda row: row.mechanisms),
            "funds": self._sets("fund", lambda row: [source for source, _ in row.funds]),
            "conditions": self._sets("condition", lambda row: row.conditions),
            "stages": planes([self._codes["stage"].index(row.stage) for row in self.rows]),
            "industries": planes([self._codes["industry"].index(row.industry) for row in self.rows]),
            "warnings": planes([len(row.warnings) for row in self.rows]),
            "amounts": planes([_hundreds(row.investment) for row in self.rows]),
        }

    def _ids(self) -> Part:
        """Ids as prefix, the record's year and a serial number of a fixed width, where they all are."""
        found = [_ID.fullmatch(row.id) for row in self.rows]
        if all(each and int(each[2]) == row.year for each, row in zip(found, self.rows, strict=True)):
            parts = {(each[1], min(len(each[3]), 4)) for each in found if each}
            width = max((len(each[3]) for each in found if each and each[3].startswith("0")), default=1)
            short = min((len(each[3]) for each in found if each), default=1)
            if len(parts) == 1 and short >= width:
                prefix = next(iter(parts))[0]
                return {
                    "prefix": prefix,
                    "width": short,
                    "serial": planes([int(each[3]) for each in found if each]),
                }
        return self._texts(lambda row: row.id, own=False)

    def _credit_codes(self) -> Part:
        codes, code = recent([row.credit_code or "" for row in self.rows])
        return {"codes": "\n".join(codes), "code": code}

    def _sets(self, facet: str, words: Callable[[Row], Iterable[str]]) -> Part:
        """Sets of words as bit masks: the masks that occur, the commonest first, and which each row has."""
        index = {code: at for at, code in enumerate(self._codes[facet])}
        masks = [sum(1 << index[code] for code in set(words(row))) for row in self.rows]
        counted: dict[int, int] = {}
        for mask in masks:
            counted[mask] = counted.get(mask, 0) + 1
        known = sorted(counted, key=lambda mask: (-counted[mask], mask))
        at = {mask: number for number, mask in enumerate(known)}
        return {"masks": known, "i": sequence([at[mask] for mask in masks])}

    def _texts(self, value: Callable[[Row], str], own: bool = True) -> Part:
        owns = self._owns if own else [Own()] * len(self.rows)
        return texts([value(row) for row in self.rows], owns, self._order)

    def _own(self, row: Row) -> Own:
        township, village = self._named(row.place)
        hundreds = _hundreds(row.investment)
        exact = hundreds * _HUNDRED == row.investment
        amount = f"{hundreds / 100:.2f}".rstrip("0").rstrip(".") if exact else ""
        return Own(township + village, township, row.operator or "", str(row.year), row.id, amount)

    def _tree(self, codes: Iterable[str]) -> str:
        """Places as lines: code and name of a township, after ``:`` those of its villages, ``/`` between.

        A place that is the township itself, or above, stands as a village without a name. The rows
        are in the order of the places, so a township comes once.
        """
        lines: dict[str, list[str]] = {}
        for code in codes:
            township, village = self._named(code)
            lines.setdefault(f"{code[:9]}{township}", []).append(f"{code[9:]}{village}")
        return "\n".join(f"{head}:{'/'.join(villages)}" for head, villages in lines.items())

    def _named(self, code: str) -> tuple[str, str]:
        """The names of the township and the village; empty for a level that the place is above."""
        named = {place.level: place.name for place in self._places.line(code)} if code in self._places else {}
        return named.get("township", ""), named.get("village", "")


def _hundreds(amount: Decimal) -> int:
    """An amount in whole 百元: what a list shows of it."""
    return int((amount / _HUNDRED).quantize(Decimal(1), ROUND_HALF_UP))


def _money(amounts: Sequence[Decimal]) -> Part:
    """Exact amounts: the largest unit in fen that all are whole numbers of, and planes."""
    fen = [int(amount * _CENTS) for amount in amounts]
    unit = gcd(*fen) or 1
    return {"unit": unit, "i": planes([each // unit for each in fen])}
