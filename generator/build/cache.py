"""What builds leave for the next one: it can be deleted at any time, and is made anew.

It lies in ``.gongshi-cache`` beside ``mkdocs.yml`` and holds what is of use now, nothing older. Every
file in it is replaced as a whole and bears a digest, so that one that a killed build left is not believed.
"""

import pickle
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.build.again import TOLD
from generator.build.alone import FOLDER
from generator.build.examined import Built
from generator.build.known import Known
from generator.build.rendering import rendered
from generator.outputs import manifest
from generator.outputs.file import write
from generator.outputs.key import key
from generator.outputs.manifest import Manifest
from generator.outputs.outputs import Outputs
from generator.outputs.tree import tree
from generator.pages.frame import Frame

PARTS = "parts"
_RECORDS, _ENGINE, _SITE = "records", "engine", "site"


class Cache:
    """The cache of one register under one ``base``; it keeps nothing where ``root`` is None.

    Attributes:
        known: what is known about records.
    """

    def __init__(self, root: Path | None, base: bytes) -> None:
        self._folder = root / FOLDER if root else None
        self._base = base
        self.known = Known(self._folder / _RECORDS if self._folder else None, base)

    def render(self, folder: Path, sources: bytes | None, render: Callable[[], None]) -> None:
        """Fill ``folder`` with what the engine makes of its ``sources``."""
        rendered(folder, self._folder / _ENGINE if self._folder else None, sources, render)

    def outputs(self, folder: Path, site: Path, frames: Mapping[str, Frame]) -> Outputs:
        """The outputs of a build into ``folder``, which may take over what lies in ``site``."""
        self._pages = key((self._base, *(repr(frame) for _, frame in sorted(frames.items()))))
        last = manifest.load(self._folder / _SITE) if self._folder else None
        units = last.units if last and last.base == self._pages else None
        return Outputs(folder, site, units)

    def keep(self, outputs: Outputs, whole: bytes, site: Path, built: Built) -> None:
        """Remember what was published; where that cannot be written, the next build does it all anew."""
        if self._folder:
            with suppress(OSError):
                manifest.save(Manifest(self._pages, outputs.units), self._folder / _SITE)
                said = pickle.dumps(replace(built, examined=replace(built.examined, rows=())))
                write(self._folder / TOLD, pickle.dumps((whole, tree(site), said)))
