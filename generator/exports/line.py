"""A line of a table: a row of CSV, a line of JSON and a row of a sheet, filled in at once."""

from collections.abc import Iterable

from generator.exports.cells import EMPTY_XML, Cell, Octets

Line = tuple[list[Octets], list[Octets], list[Octets]]
"""What has been filled in, for every column: its CSV; its name and value as JSON has them; its XML."""

Texts = tuple[Octets, Octets, Octets]
"""Finished lines: CSV, JSON Lines, XML of a sheet."""


def blank(columns: int) -> Line:
    """A line in which nothing is filled in."""
    return [""] * columns, [""] * columns, [EMPTY_XML] * columns


def together(cells: Iterable[Cell]) -> Cell:
    """Neighbouring cells as one; names stand before their JSON."""
    csv, json, xml, _ = zip(*cells, strict=True)
    return ",".join(csv), ",".join(filter(None, json)), "".join(xml), ""


class Pile:
    """Lines of one table, one after the other."""

    def __init__(self) -> None:
        self._csv: list[Octets] = []
        self._json: list[Octets] = []
        self._xml: list[Octets] = []

    @property
    def many(self) -> int:
        """How many there are."""
        return len(self._csv)

    def add(self, line: Line) -> None:
        """Add a line; a sheet goes without the empty cells at the end."""
        csv, json, xml = line
        while xml[-1] is EMPTY_XML:
            xml.pop()
        self._csv.append(",".join(csv))
        self._json.append(",".join(filter(None, json)))
        self._xml.append("".join(xml))

    @property
    def texts(self) -> Texts:
        """All of them in their three forms."""
        return (
            "\r\n".join([*self._csv, ""]),
            "".join(["{", "}\n{".join(self._json), "}\n"]),
            f"<row>{'</row><row>'.join(self._xml)}</row>",
        )
