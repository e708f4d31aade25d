"""A line of a table: a row of CSV, a line of JSON and a row of a sheet, filled in at once."""

from collections.abc import Iterable

from generator.exports.cells import EMPTY_XML, Cell

Line = tuple[list[bytes], list[bytes], list[bytes]]
"""What has been filled in, for every column: its CSV; its name and value as JSON has them; its XML."""

Texts = tuple[bytes, bytes, bytes]
"""Finished lines: CSV, JSON Lines, XML of a sheet."""


def blank(columns: int) -> Line:
    """A line in which nothing is filled in."""
    return [b""] * columns, [b""] * columns, [EMPTY_XML] * columns


def together(cells: Iterable[Cell]) -> Cell:
    """Neighbouring cells as one; names stand before their JSON."""
    csv, json, xml, _ = zip(*cells, strict=True)
    return b",".join(csv), b",".join(filter(None, json)), b"".join(xml), b""


class Pile:
    """Lines of one table, one after the other."""

    def __init__(self) -> None:
        self._csv: list[bytes] = []
        self._json: list[bytes] = []
        self._xml: list[bytes] = []

    @property
    def many(self) -> int:
        """How many there are."""
        return len(self._csv)

    def add(self, line: Line) -> None:
        """Add a line; a sheet goes without the empty cells at the end."""
        csv, json, xml = line
        while xml[-1] is EMPTY_XML:
            xml.pop()
        self._csv.append(b",".join(csv))
        self._json.append(b",".join(filter(None, json)))
        self._xml.append(b"".join(xml))

    @property
    def texts(self) -> Texts:
        """All of them in their three forms."""
        return (
            b"%b\r\n" % b"\r\n".join(self._csv),
            b"{%b}\n" % b"}\n{".join(self._json),
            b"<row>%b</row>" % b"</row><row>".join(self._xml),
        )
