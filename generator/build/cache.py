"""What builds leave for the next one: it can be deleted at any time, and is made anew.

It lies in ``.gongshi-cache`` beside ``mkdocs.yml`` and holds what is of use now, nothing older. Every
file in it is replaced as a whole and bears a digest, so that one that a killed build left is not believed.
"""

import pickle
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from generator.build import spare
from generator.build.alone import LOCK
from generator.build.examined import Built
from generator.build.files import FOLDER, TOLD
from generator.build.inputs import Shared
from generator.build.known import Known
from generator.build.rendering import rendered
from generator.build.target import Target
from generator.exports.parts import FOLDER as PARTS
from generator.outputs import manifest
from generator.outputs.file import write
from generator.outputs.key import key
from generator.outputs.manifest import Manifest
from generator.outputs.outputs import Outputs
from generator.outputs.tree import Tree, tree
from generator.pages.frame import Frame

_RECORDS, _ENGINE, _SHEETS = "records", "engine", "notices"


class Cache:
    """The cache of one register under one ``base``; it keeps nothing where ``root`` is None."""

    def __init__(self, root: Path | None, base: bytes) -> None:
        self._folder = root / FOLDER if root else None
        self._base = base
        self._own = False

    @cached_property
    def known(self) -> Known:
        """What is known about records."""
        return Known(self._folder / _RECORDS if self._folder else None, self._base)

    def moved(self, target: Target, place: Path) -> AbstractContextManager[Path | None]:
        """The tree that the build before the last one left, moved into a place; None where there is none."""
        return spare.moved(self._spare(target), place) if self._folder else nullcontext()

    def parts(self, folder: Path) -> Path:
        """Where the parts of records' tables are kept; in the staging ``folder`` where nothing can be."""
        if not self._folder:
            return folder / PARTS
        found = self._folder / f"parts-{self._base.hex()[:16]}"
        for other in self._folder.glob("parts-*"):
            if other != found:
                shutil.rmtree(other, ignore_errors=True)
        return found if _writable(found) else folder / PARTS

    def render(self, folder: Path, sources: bytes | None, render: Callable[[], None]) -> None:
        """Fill ``folder`` with what the engine makes of its ``sources``."""
        rendered(folder, self._folder / _ENGINE if self._folder else None, sources, render)

    def outputs(
        self,
        folder: Path,
        target: Target,
        frames: Mapping[str, Frame],
        beside: Path | None,
        lying: Callable[[], Tree],
    ) -> Outputs:
        """The outputs of a build into ``folder``, which may take over what lies in the target's sources.

        ``beside`` is the tree that was :meth:`moved`, and ``lying`` tells what lies in it.
        """
        self._pages = key((self._base, *(repr(frame) for _, frame in sorted(frames.items()))))
        for name, site in target.sources.items():
            last = manifest.load(self._folder / name, self._base) if self._folder else None
            if last and last.base == self._pages:
                self._own = name == target.name
                own = beside if self._own else None
                there = spare.adopt(own, folder, last.units, lying()) if own else ()
                return Outputs(folder, site, last.units, there)
        return Outputs(folder)

    def keep(self, outputs: Outputs, whole: bytes, target: Target, built: Built) -> None:
        """Remember what was published; where that cannot be written, the next build does it all anew."""
        if self._folder:
            with suppress(OSError):
                made = Manifest(self._pages, outputs.units)
                manifest.save(made, self._folder / target.name, self._base)
                if target.told:
                    said = pickle.dumps(replace(built, examined=replace(built.examined, rows=())))
                    files = tree(target.site, outputs.files())
                    write(self._folder / TOLD, whole + pickle.dumps((files, said)), self._base)

    def lay_aside(self, folder: Path, outputs: Outputs, target: Target) -> list[Path]:
        """Keep for the next build what is of no use now: the old site, or a new one that was refused.

        Where that cannot serve the next build: the folders that are of no use to a published site.
        """
        if not self._folder:
            return [folder]
        tree = self._spare(target)
        kept = self._own and not outputs.copied and spare.keep(folder, tree, outputs.stale())
        return [] if kept else [folder, tree]

    def _spare(self, target: Target) -> Path:
        assert self._folder, "without a cache nothing is kept"
        return self._folder / f"{target.name}.spare"

    def compare(self, before: Shared, after: Shared) -> None:
        """Forget what was made from inputs that someone wrote into meanwhile: nobody knows which it was."""
        if not self._folder:
            return
        if after.base != before.base:
            forget(self._folder.parent)
        elif after.editorial != before.editorial:
            for name in (f"{_ENGINE}.key", TOLD):
                with suppress(OSError):
                    (self._folder / name).unlink()


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def forget(root: Path) -> None:
    """Forget what builds of a register left, all but printed sheets; the next one makes everything."""
    with suppress(OSError):
        for each in (root / FOLDER).iterdir():
            if each.name not in (LOCK, _SHEETS):
                shutil.rmtree(each) if each.is_dir() else each.unlink()
