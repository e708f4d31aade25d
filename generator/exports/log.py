"""A lasting store of keyed pieces: any number of processes append, and what they appended is found by key.

Every process writes a file of its own, in runs: a head, an index with the lengths of pieces and the sums of
entries, and the pieces of some entries one after the other. A run counts only when it is whole, so that a
process may be killed at any moment; entries of one key are the same, so that it does not matter which of two
is found. It is a cache: what is missing is made again, and everything in the folder may be deleted between
two builds.
"""

import os
import struct
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from generator.errors import ToldError

KEY = 16
"""Bytes of a key."""

_HEAD = struct.Struct("<8sQQ16s")
_MAGIC = b"gongshi3"
_FULL = 4 << 20
_READ = 8 << 20
_SUFFIX = ".run"
_SLACK = 1 << 20
_FILES = 32


class SpoiltError(ToldError):
    """Something in the store is not what was put there, or is gone; the store is to be made anew."""

    def __init__(self, *_: object) -> None:
        super().__init__(
            "缓存里的文件坏了，或者中途被删了；网站没有更新。请删掉 .gongshi-cache 文件夹，再运行一次。"
        )


def key_of(*values: bytes) -> bytes:
    """A key from some values, each of which counts with its length."""
    told = b"".join([len(value).to_bytes(8, "little") + value for value in values])
    return blake2b(told, digest_size=KEY).digest()


class Appender:
    """One process's side: appends entries of ``width`` pieces to a file of its own."""

    def __init__(self, folder: Path, width: int) -> None:
        self._folder = folder
        self._width = width
        self._path = ""
        self._keys: list[bytes] = []
        self._told = array("I")
        self._entries: list[bytes] = []
        self._size = 0

    def add(self, key: bytes, pieces: Sequence[bytes]) -> None:
        """Take in an entry; it is in the file only after :meth:`flush`."""
        self.put(key, [*map(len, pieces)], b"".join(pieces))

    def put(self, key: bytes, lengths: list[int], data: bytes) -> None:
        """Take in an entry whose pieces have these lengths, and stand one after the other in ``data``."""
        assert len(lengths) == self._width
        self._keys.append(key)
        self._told.extend([*lengths, crc32(data)])
        self._entries.append(data)
        self._size += len(data)
        if self._size > _FULL:
            self.flush()

    def flush(self) -> None:
        """Write what was taken in as one run, and close the file: on a shared disk others see it only then.

        Raises:
            OSError: the folder cannot be written.
        """
        if not self._keys:
            return
        index = b"".join(self._keys) + self._told.tobytes()
        head = _HEAD.pack(_MAGIC, len(self._keys), self._size, _digest(index))
        # A file system takes one long piece with far less trouble than many short ones.
        self._write(b"".join([head, index, *self._entries]))
        self._keys, self._told, self._entries, self._size = [], array("I"), [], 0

    def _write(self, data: bytes) -> None:
        file = self._opened()
        # After a run that could not be written whole nothing would be found: then there is a new file.
        path, self._path = self._path, ""
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(file, view) :]
        finally:
            os.close(file)
        self._path = path

    def _opened(self) -> int:
        if self._path:
            with suppress(FileNotFoundError):
                return os.open(self._path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        self._folder.mkdir(parents=True, exist_ok=True)
        file, self._path = tempfile.mkstemp(suffix=_SUFFIX, dir=self._folder)
        return file


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Where the entries of one run lie: ``starts`` has the place of each of them, and of the end.

    ``told`` has of each the lengths of its pieces, and its sum; ``sound`` whether that was found right.
    """

    file: BinaryIO
    starts: "array[int]"
    told: "array[int]"
    sound: bytearray


Place = tuple[Run, int]
"""A run, and the number of an entry in it."""


class Log:
    """The other side: finds entries by key in the files of all processes, and reads them."""

    def __init__(self, folder: Path, width: int) -> None:
        self._folder = folder
        self._width = width + 1
        self._places: dict[bytes, Place] = {}
        self._files: list[BinaryIO] = []
        for path in sorted(folder.glob(f"*{_SUFFIX}")):
            with suppress(FileNotFoundError, IsADirectoryError):
                self._files.append(path.open("rb", buffering=0))
        for file in self._files:
            for keys, run in self._runs(file):
                for number in range(len(run.starts) - 1):
                    self._places[keys[number * KEY : (number + 1) * KEY]] = run, number

    def __contains__(self, key: bytes) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, key: bytes) -> Place:
        if key not in self._places:
            raise SpoiltError
        return self._places[key]

    def entries(self, places: Sequence[Place]) -> Iterator[list[bytes]]:
        """The pieces of entries, in the order given; neighbours are read together.

        Raises:
            SpoiltError: an entry is not what was added.
        """
        for run, first, last in _neighbours(places):
            before = run.starts[first]
            data = _read(run.file, before, run.starts[last])
            view, pieces = memoryview(data), BytesIO(data)
            for number in range(first, last):
                *lengths, total = run.told[number * self._width : (number + 1) * self._width]
                if not run.sound[number]:
                    if crc32(view[run.starts[number] - before : run.starts[number + 1] - before]) != total:
                        raise SpoiltError
                    run.sound[number] = True
                yield [*map(pieces.read, lengths)]

    def piece(self, place: Place, which: int) -> bytes:
        """One piece of an entry.

        Raises:
            SpoiltError: the entry is not what was added.
        """
        run, number = place
        if not run.sound[number]:
            next(self.entries([place]))
        lengths = run.told[number * self._width : number * self._width + which + 1]
        end = run.starts[number] + sum(lengths)
        return _read(run.file, end - lengths[-1], end)

    def tidy(self, keys: Iterable[bytes]) -> None:
        """Drop what none of these keys needs where more than half is needless, and join many small files.

        Where the folder cannot be written, all stays as it is. The files are closed afterwards.
        """
        try:
            old = self._tidied(keys)
        except OSError:
            old = set()
        self.close()
        for file in old:
            Path(file.name).unlink(missing_ok=True)

    def _tidied(self, keys: Iterable[bytes]) -> set[BinaryIO]:
        """Copy what is needed out of some files, which are of no use then."""
        places = [self._places[key] for key in dict.fromkeys(keys) if key in self._places]
        live = sum(run.starts[number + 1] - run.starts[number] for run, number in places)
        sizes = {file: os.fstat(file.fileno()).st_size for file in self._files}
        total = sum(sizes.values())
        if total > 2 * live + _SLACK:
            old = set(self._files)
        elif len(sizes) > _FILES:
            old = {file for file, size in sizes.items() if size < total // 8}
        else:
            return set()
        names = {place: key for key, place in self._places.items()}
        kept = [place for place in places if place[0].file in old]
        appender = Appender(self._folder, self._width - 1)
        for place, pieces in zip(kept, self.entries(kept), strict=True):
            appender.add(names[place], pieces)
        appender.flush()
        return old

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            file.close()

    def _runs(self, file: BinaryIO) -> Iterator[tuple[bytes, Run]]:
        """The runs of a file with their keys, up to the first that is not whole."""
        size = os.fstat(file.fileno()).st_size
        at = 0
        while at + _HEAD.size <= size:
            magic, count, data, digest = _HEAD.unpack(_read(file, at, at + _HEAD.size))
            start = at + _HEAD.size + count * (KEY + 4 * self._width)
            if magic != _MAGIC or start + data > size:
                return
            index = _read(file, at + _HEAD.size, start)
            if _digest(index) != digest:
                return
            told = array("I", index[count * KEY :])
            every = range(0, len(told), self._width)
            starts = accumulate((sum(told[each : each + self._width - 1]) for each in every), initial=start)
            yield index, Run(file, array("Q", starts), told, bytearray(count))
            at = start + data


def _neighbours(places: Iterable[Place]) -> Iterator[tuple[Run, int, int]]:
    """Entries that lie one after the other, as many as are well read in one go: run, first, end."""
    run: Run | None = None
    first = last = 0
    for where, number in places:
        if run is where and number == last and run.starts[number] - run.starts[first] < _READ:
            last += 1
            continue
        if run:
            yield run, first, last
        run, first, last = where, number, number + 1
    if run:
        yield run, first, last


def _read(file: BinaryIO, start: int, end: int) -> bytes:
    file.seek(start)
    data = file.read(end - start)
    if len(data) != end - start:
        raise SpoiltError
    return data


def _digest(index: bytes) -> bytes:
    return blake2b(index, digest_size=16).digest()
