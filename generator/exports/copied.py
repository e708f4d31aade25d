"""What of the last build's files is left as it is: whole files, and the rows of blocks of records in others.

The tables of the whole register are written block by block. Where the records of a block are what they
were, its rows stand in the last site's files already, in the same forms.
"""

import json
import os
from collections.abc import Callable

from generator.exports.log import SpoiltError
from generator.exports.published import WAITING, Draft, File

Span = tuple[int, int, int]
"""Where the rows of a block begin in a file, where they end, and how many they are."""

Spans = dict[bytes, list[Span]]
"""By the key of a block its spans in as many files as there are."""


def memory(spans: Spans) -> bytes:
    """What :func:`remembered` gives back in the next build."""
    return json.dumps({key.hex(): each for key, each in spans.items()}).encode()


def remembered(told: bytes) -> Spans:
    """The spans in the files of the last build."""
    return {bytes.fromhex(key): each for key, each in json.loads(told).items()} if told else {}


class Origin:
    """A file of the last build that a new one may begin like, or be.

    Attributes:
        file: what it is.
        keep: takes it over as it is; whether that could be.
    """

    def __init__(self, site: str, file: File, keep: Callable[[str], bool]) -> None:
        self.file, self.keep = file, keep
        self._path = f"{site}/{file.address}"
        self._opened: int | None = None

    def goes_on(self, at: int, piece: bytes) -> bool:
        """Whether it has this piece at a place."""
        return self._read(at, len(piece)) == piece

    def read(self, start: int, end: int) -> bytes:
        """What stands there.

        Raises:
            SpoiltError: the file is gone, or shorter than it was.
        """
        data = self._read(start, end - start)
        if len(data) != end - start:
            raise SpoiltError
        return data

    def _read(self, at: int, size: int) -> bytes:
        if self._opened is None:
            try:
                self._opened = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            except FileNotFoundError as error:
                raise SpoiltError from error
        os.lseek(self._opened, at, os.SEEK_SET)
        return os.read(self._opened, size) if size else b""

    def close(self) -> None:
        """Close the file."""
        if self._opened is not None:
            os.close(self._opened)
            self._opened = None


class Renewed(Draft):
    """A file that is left as it is for as long as it comes out like one of the last build."""

    _origin: Origin | None = None
    _alike = False

    def follow(self, origin: Origin) -> None:
        """Write only from where on this is not like the origin; the address is the same."""
        self._origin, self._alike = origin, True
        begun, self._waiting, self._held = self._waiting, [], 0
        for piece in begun:
            self.add(piece)

    def add(self, piece: bytes, rows: int = 0) -> None:
        """Go on with this piece, which has so many rows of the table."""
        if self._alike and self._origin and not self._origin.goes_on(self.size, piece):
            self._part()
        if self._alike:
            self._size += len(piece)
            self._rows += rows
        else:
            super().add(piece, rows)

    def copy(self, span: Span) -> None:
        """Go on with the rows that stand at a place of the origin."""
        assert self._origin, "nothing is copied from nowhere"
        start, end, rows = span
        if self._alike and start != self.size:
            self._part()
        if self._alike:
            self._size = end
            self._rows += rows
        elif end > start:
            super().add(self._origin.read(start, end), rows)

    def _part(self) -> None:
        """From here on it is another file: write what it has in common with the origin."""
        common, self._size, self._alike = self._size, 0, False
        for at in range(0, common, WAITING):
            assert self._origin
            super().add(self._origin.read(at, min(at + WAITING, common)))

    def close(self) -> File:
        """Write what is left; what the file is."""
        origin = self._origin
        if origin is None:
            return super().close()
        try:
            if self._alike and self._size == origin.file.size and origin.keep(self.address):
                return origin.file
            if self._alike:
                self._part()
            return super().close()
        finally:
            origin.close()
