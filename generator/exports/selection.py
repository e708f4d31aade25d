"""Some records whose tables are given away together: all of the register, or those of one township."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.exports.blocks import Record
from generator.exports.log import key_of
from generator.exports.parts import part_key
from generator.exports.published import FOLDER, folder_of
from generator.records.places import Place, Places
from generator.records.summary import Row


@dataclass(frozen=True, slots=True)
class Selection:
    """Some records, and where their tables go.

    Attributes:
        folder: the folder of their tables.
        records: in the order of their numbers.
        content: a digest of everything that the tables are made from, besides the reference data.
        township: the code of the township, or an empty text for the whole register.
    """

    folder: str
    records: tuple[Record, ...]
    content: bytes
    township: str = ""

    @classmethod
    def of(cls, folder: str, records: Sequence[Record], township: str = "") -> "Selection":
        """The selection of these records."""
        return cls(folder, tuple(records), key_of(*(key for _, key in records)), township)

    @property
    def unit(self) -> str:
        """The unit of the outputs."""
        return self.folder if self.township else f"{self.folder}/register"

    def places(self, places: Places) -> list[Place]:
        """The places that its table of places has."""
        if not self.township:
            return list(places)
        return [*places.line(self.township), *places.children(self.township)]


def selections(rows: Sequence[Row], places: Places) -> list[Selection]:
    """The whole register, then every township in the order of the codes."""
    ordered = sorted(rows, key=lambda row: row.id)
    records = [(row.id, part_key(row.file, row.digest)) for row in ordered]
    townships = places.at("township")
    within: dict[str, list[Record]] = {place.short: [] for place in townships}
    for row, record in zip(ordered, records, strict=True):
        if (found := within.get(row.place[:9])) is not None:
            found.append(record)
    return [
        Selection.of(FOLDER, records),
        *(Selection.of(folder_of(place), within[place.short], place.code) for place in townships),
    ]
