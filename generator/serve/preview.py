"""The preview: a whole site beside the published one, and the pages that are newer than it.

It lies in ``.gongshi-cache/preview``: one site, renewed as the published one is, so that a killed process
leaves it whole. A page that is newer than that site is kept in memory until a whole build has it too;
so no file that the published site may share is ever written into.
"""

import threading
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from generator.build.files import FOLDER
from generator.build.target import Target
from generator.pages.frame import Frame

_PREVIEW = "preview"


class Preview(Target):
    """The preview of a register whose published site is ``published``.

    Attributes:
        frames: those of the site that lies there; empty until one was put there by this process.
    """

    name = f"{_PREVIEW}/made"
    told = False

    def __init__(self, root: Path, published: Path) -> None:
        super().__init__(root / FOLDER / _PREVIEW / "site")
        self.published = published
        self.frames: Mapping[str, Frame] = {}
        self._lock = threading.Lock()
        self._newer: dict[str, tuple[int, bytes]] = {}
        self._count = 0
        self._begun = 0

    @property
    def sources(self) -> Mapping[str, Path]:
        """The preview that lies there, and where that is of no use the published site."""
        return {self.name: self.site, Target.name: self.published}

    def begin(self) -> None:
        """Note that a whole build begins: it will have all that was put so far."""
        with self._lock:
            self._begun = self._count

    def put(self, address: str, page: bytes) -> None:
        """Show a page from now on, until a build that begins later is there."""
        with self._lock:
            self._count += 1
            self._newer[address] = self._count, page

    def publish(self, folder: Path, frames: Mapping[str, Frame]) -> None:
        """Show a whole site, and of single pages only those put since its build began."""
        with self._lock:
            super().publish(folder, frames)
            self.frames = frames
            self._settle()

    def settle(self) -> None:
        """Note that a whole build would come out as the site that lies there."""
        with self._lock:
            self._settle()

    def open(self, address: str) -> BinaryIO | None:
        """What is shown at an address, relative to the site's root; None where there is nothing."""
        with self._lock:
            if address in self._newer:
                return BytesIO(self._newer[address][1])
            try:
                return (self.site / address).open("rb")
            except (OSError, ValueError):
                return None

    def is_folder(self, address: str) -> bool:
        """Whether there is a folder at an address."""
        return (self.site / address).is_dir()

    def stamp(self, address: str) -> tuple[int, int] | None:
        """What tells one state of a file from another; None where there is none."""
        try:
            status = (self.site / address).stat()
        except (OSError, ValueError):
            return None
        return status.st_size, status.st_mtime_ns

    def _settle(self) -> None:
        self._newer = {address: newer for address, newer in self._newer.items() if newer[0] > self._begun}
