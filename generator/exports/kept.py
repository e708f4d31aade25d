"""Tables that come from all records together, kept for as long as what they come from stays as it is."""

import struct
from collections.abc import Callable
from pathlib import Path

from generator.exports.log import Appender, Log

Lines = tuple[int, bytes, bytes, bytes]
"""How many lines a table has, and all of them as CSV, as JSON Lines and as a sheet's XML."""

_FOLDER = "whole"
_COUNT = struct.Struct("<I")
_WIDTH = 4


class Kept:
    """What earlier builds made of such tables. As with parts, reference data and versions are in no key."""

    def __init__(self, store: Path) -> None:
        folder = store / _FOLDER
        self._log = Log(folder, _WIDTH)
        self._appender = Appender(folder, _WIDTH)
        self._needed: list[bytes] = []
        self.empty = not self._log
        """Whether nothing is kept so far."""

    def lines(self, key: bytes, make: Callable[[], Lines]) -> Lines:
        """What is kept under a key, or what is made now and kept from now on.

        Raises:
            SpoiltError: what is kept is not what was put there.
        """
        self._needed.append(key)
        if key in self._log:
            (count, csv, jsonl, xml), *_ = self._log.entries([self._log[key]])
            return (*_COUNT.unpack(count), csv, jsonl, xml)
        many, *forms = made = make()
        self._appender.add(key, [_COUNT.pack(many), *forms])
        return made

    def close(self) -> None:
        """Write down what is new, drop what is not needed any more, and close the files."""
        self._appender.flush()
        self._log.tidy(self._needed)
