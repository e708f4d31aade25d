"""The folder that a build fills: what would come out the same is taken over from the last site."""

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.outputs.key import Depends, digest, key
from generator.outputs.manifest import Unit
from generator.outputs.tree import Tree, remove

Units = Mapping[str, Unit]

News = tuple[Units, list[str]]
"""Units that were made, and the names of those that were taken over from the last build."""

About = tuple[Path, Path, Units, Collection[str]]
"""What :class:`Outputs` are made from."""

_REMEMBERED = "remembered:"
_ASKED = b"."
_AGES = 50
"""So many builds long something is remembered that nobody asks for; its age is the length of its key."""


class Former(NamedTuple):
    """A unit of the last build: the site where its files still lie, and what it remembered."""

    site: str
    memory: bytes


class Outputs:
    """Fills one folder, unit by unit.

    A unit is a file or some files that are made together, from inputs that its maker can name. If the
    last build made a unit from the same inputs, its files are linked from the last site instead of being
    made again. What every unit depends on (program, templates, reference data, settings, as-of date) need
    not be named: where that differs there are no ``last`` units at all.

    Attributes:
        folder: the folder that is being filled.
        units: all units made or taken over so far.
        copied: whether a file had to be copied, since links were not to be had.
    """

    def __init__(
        self,
        folder: Path,
        site: Path | None = None,
        last: Units | None = None,
        there: Collection[str] = frozenset(),
    ) -> None:
        """Fill ``folder``, where the files ``there`` of ``last`` units lie already as they were."""
        self.folder = folder
        self.units: dict[str, Unit] = {}
        self.copied = False
        self._site = str(site)
        self._into = str(folder)
        self._last = last or {}
        self._there = there
        self._keys: dict[str, bytes] = {}
        self._folders: set[str] = set()

    def __getstate__(self) -> dict[str, object]:
        """In another process everything is made anew: what could be taken over is too much to send."""
        return {**self.__dict__, "units": {}, "_last": {}, "_there": (), "_keys": {}, "_folders": set()}

    def sibling(self) -> "Outputs":
        """Outputs of the same folder for another process, which tells its units afterwards."""
        return Outputs(self.folder, Path(self._site), self._last, self._there)

    def about(self, units: Iterable[str]) -> About:
        """What a process that makes some ``units`` only, and knows of no others, makes its outputs from."""
        last = {unit: self._last[unit] for unit in units if unit in self._last}
        there = [file[0] for _, files, _ in last.values() for file in files if file[0] in self._there]
        return self.folder, Path(self._site), last, there

    def take(self, unit: str, *depends: Depends) -> bytes | None:
        """Take over a unit that would come out as it did last time: what it remembered, else None.

        After None, make the unit and say so to :meth:`made`.
        """
        now = key(depends)
        known = self._last.get(unit)
        if known and known[0] == now and self._linked(known):
            self.units[_name(unit, known)] = known
            return known[2]
        self._keys[unit] = now
        return None

    def retake(self, unit: str) -> bool:
        """Take over a unit of which is known that it would come out as it did; whether that could be."""
        known = self._last.get(unit)
        if known and self._linked(known):
            self.units[_name(unit, known)] = known
            return True
        return False

    def former(self, unit: str) -> Former | None:
        """What the last build made of a unit, from whatever inputs; None where a file is not as it was."""
        _, files, memory = self._last.get(unit, (b"", (), b""))
        try:
            for address, size, written in files:
                status = os.lstat(f"{self._site}/{address}")
                if (status.st_size, status.st_mtime_ns) != (size, written):
                    return None
        except FileNotFoundError:
            return None
        return Former(self._site, memory) if files else None

    def keep(self, unit: str, address: str) -> bool:
        """Take over one file of what the last build made of a unit; whether that could be."""
        files = (file for file in self._last[unit][1] if file[0] == address)
        return any(address in self._there or self._link(*file) for file in files)

    def expect(self, unit: str, *depends: Depends) -> None:
        """Note from what a unit is being made that is not to be taken over in any case."""
        self._keys[unit] = key(depends)

    def made(self, unit: str, addresses: Iterable[str] = (), memory: bytes = b"") -> None:
        """Note a unit made after :meth:`take` or :meth:`expect`: its files, and what to remember."""
        files = []
        for address in addresses:
            status = os.stat(f"{self._into}/{address}")  # noqa: PTH116 - the hot path of the build
            files.append((address, status.st_size, status.st_mtime_ns))
        self.units[unit] = self._keys.pop(unit), tuple(files), memory

    def write(self, address: str, data: bytes) -> None:
        """Write a file; one that was linked there before is replaced, never written into."""
        path = f"{self._into}/{address}"
        self._folder_of(address)
        try:
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        except FileExistsError:
            os.unlink(path)  # noqa: PTH108
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        try:
            while data:
                data = data[os.write(file, data) :]
        finally:
            os.close(file)

    def withdraw(self, unit: str) -> None:
        """Take a unit of one file, called like it, away again."""
        self.units.pop(unit, None)
        (self.folder / unit).unlink(missing_ok=True)

    @property
    def news(self) -> News:
        """What was made here, and the names of what was taken over: those who know the last build know it."""
        last, units = self._last, self.units
        taken = [name for name, unit in units.items() if last.get(name) is unit]
        return {name: unit for name, unit in units.items() if last.get(name) is not unit}, taken

    def absorb(self, news: News) -> None:
        """Add what another process made or took over."""
        made, taken = news
        self.units.update(made)
        self.units.update({name: self._last[name] for name in taken})

    def remember(self, kind: str, content: bytes, make: Callable[[], bytes]) -> bytes:
        """What ``make`` tells of a content: asked once, then remembered until nobody has asked for long."""
        name = f"{_REMEMBERED}{kind}/{digest(content).hex()}"
        unit = self.units.get(name) or self._last.get(name)
        memory = unit[2] if unit else make()
        self.units[name] = _ASKED, (), memory
        return memory

    def end(self) -> None:
        """All is made: remove what lay in the folder from the beginning and is part of no unit any more.

        What is remembered and nobody asked for in this build is one build older.
        """
        remove(self.folder, set(self._there).difference(self.addresses()))
        for name, (age, files, memory) in self._last.items():
            if name.startswith(_REMEMBERED) and name not in self.units and len(age) < _AGES:
                self.units[name] = age + _ASKED, files, memory

    def addresses(self) -> Iterator[str]:
        """The files of all units."""
        return (file[0] for _, files, _ in self.units.values() for file in files)

    def files(self) -> Tree:
        """The files of all units, with what tells that they are still the same."""
        return {file[0]: file[1:] for _, files, _ in self.units.values() for file in files}

    def stale(self) -> Iterator[str]:
        """The files of the last build that are not what they were, or are gone."""
        for name, last in self._last.items():
            if self.units.get(name, last) != last:
                yield from (file[0] for file in last[1])

    def _linked(self, unit: Unit) -> bool:
        """Link a unit's files from the last site; whether all of them are still what they were."""
        done: list[str] = []
        for address, size, written in unit[1]:
            if address in self._there:
                continue
            if not self._link(address, size, written):
                for each in done:
                    os.unlink(f"{self._into}/{each}")  # noqa: PTH108
                return False
            done.append(address)
        return True

    def _link(self, address: str, size: int, written: int) -> bool:
        source, target = f"{self._site}/{address}", f"{self._into}/{address}"
        try:
            status = os.lstat(source)
            if (status.st_size, status.st_mtime_ns) != (size, written):
                return False
            self._folder_of(address)
            try:
                os.link(source, target)
            except FileExistsError:
                os.unlink(target)  # noqa: PTH108
                os.link(source, target)
        except FileNotFoundError:
            return False
        except OSError:
            # No links on this file system, or too many of one file: a copy serves as well.
            shutil.copy2(source, target)
            self.copied = True
        return True

    def _folder_of(self, address: str) -> None:
        folder = address.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self._into}/{folder}", exist_ok=True)  # noqa: PTH103
            self._folders.add(folder)


def _name(name: str, unit: Unit) -> str:
    """A unit's name: where its file's address is equal, that very text, for there are very many."""
    files = unit[1]
    return files[0][0] if files and files[0][0] == name else name
