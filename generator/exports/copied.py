"""What of the last build's files is copied: the rows of blocks of records that have not changed.

The tables of the whole register are written block by block. Where the records of a block are what they
were, its rows stand in the last site's files already, in the same forms.
"""

import json
import os
from collections.abc import Sequence

from generator.exports.log import SpoiltError
from generator.outputs.outputs import Former

Span = tuple[int, int]
"""Where the rows of a block begin in a file, and where they end."""

Spans = dict[bytes, list[Span]]
"""The spans of every block, by its key, in as many files as there are."""


def memory(spans: Spans) -> bytes:
    """What :class:`Copies` of the next build are made from."""
    return json.dumps({key.hex(): each for key, each in spans.items()}).encode()


class Copies:
    """The blocks in some files of the last build; ``told`` is what it remembered of them."""

    def __init__(self, former: Former, addresses: Sequence[str], told: bytes) -> None:
        self._paths = [f"{former.site}/{address}" for address in addresses]
        self._spans: Spans = {bytes.fromhex(key): each for key, each in json.loads(told).items()}
        self._files: list[int] = []

    def __contains__(self, key: bytes) -> bool:
        return key in self._spans

    def pieces(self, key: bytes) -> list[bytes]:
        """A block's rows in each of the files.

        Raises:
            SpoiltError: a file is gone, or shorter than it was.
        """
        if not self._files:
            self._files = [_opened(path) for path in self._paths]
        return [_read(file, *span) for file, span in zip(self._files, self._spans[key], strict=True)]

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            os.close(file)
        self._files = []


def _opened(path: str) -> int:
    try:
        return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise SpoiltError from error


def _read(file: int, start: int, end: int) -> bytes:
    os.lseek(file, start, os.SEEK_SET)
    data = os.read(file, end - start) if end > start else b""
    if len(data) != end - start:
        raise SpoiltError
    return data
