"""What earlier builds found out about records, so that an unchanged one is neither read nor judged again."""

import pickle
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from generator.build.job import Outcome
from generator.outputs.file import read, write
from generator.patience import loading, settle

_DRAWERS = 64
"""One change writes one drawer anew, not all of them."""


class Known:
    """Outcomes by file, kept in a folder; nothing is known where the folder is None.

    ``base`` is the key of what outcomes depend on besides the file: what was found under another is
    forgotten.
    """

    def __init__(self, folder: Path | None, base: bytes) -> None:
        self._folder = folder
        self._base = base
        self._drawers: dict[int, dict[str, Outcome]] = {}
        if folder and folder.is_dir():
            with loading():
                for number in range(_DRAWERS):
                    self._drawers[number] = self._opened(folder, number)
                settle()

    def __bool__(self) -> bool:
        return any(self._drawers.values())

    def of(self, file: str, content: bytes) -> Outcome | None:
        """What came of a file with this content (its digest), if it is known."""
        found = self._drawers.get(_drawer(file), {}).get(file)
        return found if found and found.digest == content else None

    def keep(self, outcomes: Mapping[str, Outcome]) -> None:
        """Know these outcomes from now on, and no others; what cannot be written down costs time, no more."""
        if self._folder:
            with suppress(OSError):
                self._keep(self._folder, outcomes)

    def _keep(self, folder: Path, outcomes: Mapping[str, Outcome]) -> None:
        now: dict[int, dict[str, Outcome]] = {number: {} for number in range(_DRAWERS)}
        for file, outcome in outcomes.items():
            if outcome.digest:
                now[_drawer(file)][file] = outcome
        with loading():
            for number in _changed(self._drawers, now):
                body = pickle.dumps(now[number], pickle.HIGHEST_PROTOCOL)
                write(_path(folder, number), body, self._base)
        # Nobody asks again, and the rows live on without the findings.
        self._drawers = {}

    def _opened(self, folder: Path, number: int) -> dict[str, Outcome]:
        body = read(_path(folder, number), self._base)
        found: dict[str, Outcome] = pickle.loads(body) if body else {}
        return found


def _path(folder: Path, number: int) -> Path:
    return folder / f"{number:02d}"


def _drawer(file: str) -> int:
    return crc32(file.encode()) % _DRAWERS


def _changed(
    before: Mapping[int, Mapping[str, Outcome]], now: Mapping[int, Mapping[str, Outcome]]
) -> Iterable[int]:
    for number, drawer in now.items():
        old = before.get(number, {})
        if len(old) != len(drawer) or any(old.get(file) is not outcome for file, outcome in drawer.items()):
            yield number
