"""The columns of one shard, in parts that a browser fetches when it needs them.

``core``   what is searched and counted with every query: id, name, place, operator, masks
``amounts``  the amount in 百元, for the rows that are shown
``marks``  document and agreement numbers
``codes``  credit codes
``scope``  what was built
``figures``  the numbers in it, for words of nothing but digits
``distributed``  what was distributed in all, in 百元, for who orders by it
``sums``   households, the village's income, and what amounts are beyond whole 百元
"""

import re
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import gcd
from operator import add
from typing import Any, NamedTuple

from generator.errors import ToldError
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.codes import credit_codes
from generator.search.fields import mixed
from generator.search.figures import figures
from generator.search.planes import planes
from generator.search.recent import recent
from generator.search.rows import Homes, Rows
from generator.search.sets import sets
from generator.search.texts import Own, column, texts

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

Part = dict[str, Any]


class Shared(NamedTuple):
    """The numbers of phrases that stand once for all shards: those of names, and of what was built."""

    names: Mapping[str, int]
    scopes: Mapping[str, int]

    def digest(self, part: str) -> bytes:
        """A digest of the phrases that a part may have."""
        return mixed(map(str.encode, {"core": self.names, "scope": self.scopes}.get(part, {})))


ALONE = Shared({}, {})
"""No phrases: where there is one shard, it has all of them itself."""


class Columns(Rows):
    """The parts of one shard."""

    def __init__(
        self,
        rows: Iterable[Row],
        reference: Reference,
        homes: Homes | None = None,
        *,
        one_of_several: bool = False,
    ) -> None:
        super().__init__(rows, reference, homes)
        self._codes = {
            facet: list(reference.vocabularies[name].terms) for facet, name in VOCABULARIES.items()
        }
        for facet in ("mechanism", "fund", "condition"):
            if len(self._codes[facet]) > MOST_WORDS:
                name = VOCABULARIES[facet]
                raise ToldError(
                    f"data/vocabularies/{name}.yaml 的词太多，查找最多认 {MOST_WORDS} 个。请去掉不用的词。"
                )
        self._one_of_several = one_of_several
        self._makers: dict[str, Callable[[Shared], Part]] = {
            "core": self._core,
            "amounts": self._amounts,
            "marks": self._marks,
            "codes": self._credit_codes,
            "scope": self._scope,
            "figures": self._figures,
            "distributed": self._distributed,
            "sums": self._sums,
        }

    def digest(self, name: str) -> bytes:
        """A digest of all that a part is made from, beside reference data, program and shared phrases.

        Of one shard of several it is that of all its rows, which costs less.
        """
        return self.identity if self._one_of_several else b"".join(map(self.fields.digest, _INPUTS[name]))

    @cached_property
    def identity(self) -> bytes:
        """A digest of all rows: the same if their records are, and what was found of them."""
        digests = [row.digest for row in self.rows]
        if not all(digests):
            return mixed(self.digests().values())
        return mixed([*digests, array("H", [len(row.warnings) for row in self.rows]).tobytes()])

    def digests(self) -> dict[str, bytes]:
        """The digest of each field."""
        return {
            field: self.fields.digest(field) for field in sorted({*chain.from_iterable(_INPUTS.values())})
        }

    def part(self, name: str, shared: Shared = ALONE) -> Part:
        """One part, ready to be written; ``shared`` are the phrases that stand in a file of their own."""
        return self._makers[name](shared)

    def _marks(self, _: Shared) -> Part:
        return {field: column(self.texts(field).shapes) for field in ("documents", "agreements")}

    def _scope(self, shared: Shared) -> Part:
        return {"scope": column(self.texts("scope").shapes, shared.scopes)}

    def _figures(self, _: Shared) -> Part:
        return figures(self.column("scope"), self.by_kind)

    def _distributed(self, _: Shared) -> Part:
        in_all, by_year = self._in_all, self.by(self.column("year"))
        return {"distributed": planes([_hundreds(in_all[at]) for at in by_year])}

    def _sums(self, _: Shared) -> Part:
        """What an amount is beyond whole 百元 is told with 50 yuan more, so that it is not negative."""
        return {
            "households": planes(self.column("households")),
            "income": _money(self.column("income")),
            "distributed": _money(list(map(_beyond, self._in_all))),
            "amounts": _money(list(map(_beyond, self.column("investment")))),
        }

    @property
    def _in_all(self) -> list[int]:
        """What was distributed in all, in fen."""
        return list(map(add, self.column("income"), self.column("payments")))

    def _core(self, shared: Shared) -> Part:
        rows = self.rows
        codes, place = recent([row.place for row in rows])
        operators, operator = recent([_operator(row) for row in rows])
        kinds, stages, industries = (
            {code: at for at, code in enumerate(self._codes[facet])}
            for facet in ("operator", "stage", "industry")
        )
        stage, years = [stages[row.stage] for row in rows], self.column("year")
        first = min(years, default=0)
        return {
            "rows": len(rows),
            "ids": self._ids(),
            "names": column(self.texts("name").shapes, shared.names),
            "first": first,
            "years": planes([year - first for year in years]),
            "places": self._tree(codes),
            "place": place,
            "operators": "\n".join(self._marked(operators)),
            "kinds": planes([kinds[kind] + 1 if kind else 0 for _, kind in operators]),
            "operator": operator,
            "mechanisms": self._bits("mechanism", self.by_kind),
            "funds": self._bits("fund", self.by_kind),
            "stages": planes([stage[at] for at in self.by(years)]),
            "conditions": self._bits("condition", self.by(stage)),
            "industries": planes([industries[rows[at].industry] for at in self.by_kind]),
            "warnings": planes([len(row.warnings) for row in rows]),
        }

    def _amounts(self, _: Shared) -> Part:
        invested = self.column("investment")
        return {"amounts": planes([_hundreds(invested[at]) for at in self.by_kind])}

    def _ids(self) -> Part:
        """Ids as prefix, the record's year and a serial number of a least width, where they all are."""
        ids, years = self.column("id"), [str(year) for year in self.column("year")]
        if ids and (first := _ID.fullmatch(ids[0])):
            prefix = first[1]
            alike = re.compile(rf"^{re.escape(prefix)}([0-9]+)-([0-9]{{1,15}})$", re.MULTILINE)
            found = alike.findall("\n".join(ids))
            width = min([len(serial) for _, serial in found], default=0)
            wide = all(len(serial) == width or serial[0] != "0" for _, serial in found)
            if wide and [year for year, _ in found] == years:
                return {"prefix": prefix, "width": width, "serial": planes([int(n) for _, n in found])}
        return texts(ids, [Own()] * len(ids), range(len(ids)))

    def _credit_codes(self, _: Shared) -> Part:
        codes = self.column("credit_code")
        return credit_codes(codes, [_operator(row) for row in self.rows])

    def _marked(self, operators: Sequence[tuple[str, str | None]]) -> Iterable[str]:
        """The names of operators, with marks for the place where each is first met."""
        first = dict(zip(map(_operator, reversed(self.rows)), reversed(self.owns), strict=True))
        for each in operators:
            own = first[each]
            yield Own(township=own.township, village=own.village).mark(each[0])

    def _bits(self, facet: str, order: Sequence[int]) -> Part:
        bits = {code: 1 << at for at, code in enumerate(self._codes[facet])}
        found = self.masks(_SETS[facet], bits)
        return sets([found[at] for at in order], len(bits))

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


_ID = re.compile(r"(.*?)[0-9]+-[0-9]+")


def _hundreds(fen: int) -> int:
    """An amount in whole 百元: what a list shows of it."""
    return (fen + 5_000) // 10_000


def _beyond(fen: int) -> int:
    return fen - _hundreds(fen) * 10_000 + 5_000


def _money(fen: Sequence[int]) -> Part:
    """Amounts in fen: the largest unit that all are whole numbers of, and planes."""
    unit = gcd(*fen) or 1
    return {"unit": unit, "i": planes([each // unit for each in fen])}


def _operator(row: Row) -> tuple[str, str | None]:
    return row.operator or "", row.operator_kind


_SETS = {"mechanism": "mechanisms", "fund": "funds", "condition": "conditions"}

PARTS = ("core", "amounts", "marks", "codes", "scope", "figures", "distributed", "sums")
"""All parts, in the order in which they are written."""

_CHOICES = ("industry", "operator_kind", "mechanisms", "funds", "conditions", "stage", "warnings")
_IDENTITY = ("id", "year", "place", "operator", "name")
"""What texts are likely to repeat, and by what they are ordered."""

_INPUTS: Mapping[str, tuple[str, ...]] = {
    "core": (*_IDENTITY, *_CHOICES),
    "amounts": (*_IDENTITY, "investment"),
    "marks": ("place", "year", "id", "funds", "documents", "agreements"),
    "codes": ("place", "year", "id", "operator", "operator_kind", "credit_code"),
    "scope": (*_IDENTITY, "scope"),
    "figures": (*_IDENTITY, "scope"),
    "distributed": ("place", "year", "id", "income", "payments"),
    "sums": ("place", "year", "id", "investment", "households", "income", "payments"),
}
"""The fields of a row from which each part is made."""
