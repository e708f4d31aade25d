"""Some records whose tables are given away together: all of the register, or those of one township."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.exports.blocks import Record, Within
from generator.exports.log import key_of
from generator.exports.parts import part_key
from generator.exports.published import FOLDER, folder_of
from generator.records.places import Place, Places
from generator.records.summary import Row

_TOWNSHIP = 9
"""The digits of a code that tell the township, so that all of the whole county's are below its townships'."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Some records, and where their tables go.

    Attributes:
        folder: the folder of their tables.
        within: the records by township, in the order in which their rows stand in the tables.
        content: a digest of everything that the tables are made from, besides the reference data.
        township: the code of the township, or an empty text for the whole register.
    """

    folder: str
    within: tuple[Within, ...]
    content: bytes
    township: str = ""

    @classmethod
    def of(cls, folder: str, within: Iterable[Within], township: str = "") -> "Selection":
        """The selection of these records."""
        several = tuple(within)
        return cls(folder, several, key_of(*(key for _, each in several for _, key in each)), township)

    @property
    def unit(self) -> str:
        """The unit of the outputs."""
        return self.folder if self.township else f"{self.folder}/register"

    @property
    def keys(self) -> Iterator[bytes]:
        """The keys of the records' parts."""
        return (key for _, records in self.within for _, key in records)

    def places(self, places: Places) -> list[Place]:
        """The places that its table of places has."""
        if not self.township:
            return list(places)
        return [*places.line(self.township), *places.children(self.township)]


def selections(rows: Sequence[Row], places: Places) -> list[Selection]:
    """The whole register, then every township in the order of the codes.

    Rows stand by township, in a township by number: so a township's are one piece of the register's.
    """
    townships = places.at("township")
    found: dict[str, list[Record]] = {place.short: [] for place in townships}
    for row in sorted(rows, key=lambda row: row.id):
        found.setdefault(row.place[:_TOWNSHIP], []).append((row.id, part_key(row.file, row.digest)))
    within = {short: (short, tuple(records)) for short, records in sorted(found.items())}
    return [
        Selection.of(FOLDER, within.values()),
        *(Selection.of(folder_of(place), [within[place.short]], place.code) for place in townships),
    ]
