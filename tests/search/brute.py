"""What a search must find, by looking at every field of every row; and queries as people type them."""

import random
from collections.abc import Sequence

from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.norm import norm, words


class Brute:
    """A register to be searched the slow and certain way."""

    def __init__(self, rows: Sequence[Row], reference: Reference) -> None:
        self._fields = {row.id: [norm(text) for text in _fields(row, reference)] for row in rows}

    def ids(self, query: str) -> set[str]:
        """The ids of the rows that hold all words of the query, each in any one field."""
        wanted = words(query)
        return {
            found
            for found, fields in self._fields.items()
            if all(any(word in field for field in fields) for word in wanted)
        }


def _fields(row: Row, reference: Reference) -> list[str]:
    label = reference.vocabularies.label
    return [
        row.id,
        row.name,
        reference.places.full_name(row.place),
        row.operator or "",
        row.credit_code or "",
        *row.agreements,
        *row.documents,
        *(label("mechanisms", code) for code in row.mechanisms),
        *(label("fund_sources", source) for source, _ in row.funds),
        row.scope,
    ]


_WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})


def queries(rows: Sequence[Row], reference: Reference, many: int = 8) -> list[str]:
    """``many`` queries of each of fourteen kinds, taken from rows at random but always the same."""
    dice = random.Random(20251120)
    full = [row for row in rows if row.operator and row.credit_code and row.documents and row.agreements]
    places, label = reference.places, reference.vocabularies.label
    found: list[str] = []
    for row in dice.sample(full, min(many, len(full))):
        operator, code, document = row.operator or "", row.credit_code or "", row.documents[0]
        place = places.full_name(row.place)
        found += [
            row.id,
            row.id.lower().translate(_WIDE),
            row.name,
            row.name[len(row.name) // 3 :][:5],
            place,
            f"{places[row.place].name[:2]} {row.name[-5:]}",
            operator,
            operator[2:6],
            code.lower(),
            code[6:15],
            document.replace("〔", "[").replace("〕", "]"),
            document.translate(_WIDE).replace("〔", "【").replace("〕", "】"),
            row.agreements[0].replace("-", "—"),
            f"{label('mechanisms', row.mechanisms[0])} {place[:2]}",
            f"{row.year}　{label('fund_sources', row.funds[0][0])}",
            row.scope[:7],
        ]
    return found
