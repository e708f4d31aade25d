"""A second tree of the site's files, which the next build brings up to date and publishes.

All but a few of its files are those of the published site, under a second name (hard links): a build that has
no such tree links everything it takes over and clears the old site away, tens of thousands of files each. So
the tree that a build has replaced stays in the cache, without what is out of date in it. A build that took
nothing over leaves none, since there may be no other: the next one links everything once, and leaves one.
Whoever uses the tree moves it beside the site first, where all that a killed build leaves is cleared away.
"""

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.build.staging import claimed
from generator.outputs.outputs import Units
from generator.outputs.tree import Tree, remove, tree
from generator.peace import peace


@contextmanager
def moved(spare: Path, place: Path) -> Iterator[Path | None]:
    """The spare tree, moved into a place of its own beside the site; None where there is none.

    Whoever clears the cache away meanwhile does not touch it. If nobody has adopted it, it goes back.
    """
    beside = claimed(place)
    beside.rmdir()
    try:
        spare.rename(beside)
    except OSError:
        # There is none, or it lies on another file system.
        yield None
        return
    if beside.is_symlink() or not beside.is_dir():
        # Whatever lies there in its place is not ours, and would stand in the way of every build.
        beside.unlink()
        yield None
        return
    try:
        yield beside
    finally:
        if beside.exists():
            with peace():
                with suppress(OSError):
                    beside.rename(spare)
                shutil.rmtree(beside, ignore_errors=True)


def adopt(beside: Path, folder: Path, last: Units, lying: Tree) -> Collection[str]:
    """Put a tree, moved beside the site, under what lies in a folder; the files of ``last`` units there now.

    ``lying`` is what the tree has. What is of no use in it goes, so that nobody writes into a file that the
    site has as well.

    Raises:
        OSError: the folder cannot be written; the tree is lost.
    """
    try:
        there = _sound(beside, last, lying)
        for address in tree(folder):
            path = beside / address
            path.parent.mkdir(parents=True, exist_ok=True)
            (folder / address).replace(path)
            there.discard(address)
        shutil.rmtree(folder)
        beside.rename(folder)
    except BaseException:
        with peace():
            shutil.rmtree(beside, ignore_errors=True)
        raise
    return there


def _sound(folder: Path, last: Units, lying: Tree) -> set[str]:
    """The files in a tree that are those of the ``last`` units; all others are removed."""
    known = {file[0]: file[1:] for _, files, _ in last.values() for file in files}
    # The texts of the units, not others that are equal: those go when the tree is forgotten.
    sound = {address for address, told in known.items() if lying.get(address) == told}
    remove(folder, lying.keys() - sound)
    return sound


def keep(folder: Path, spare: Path, stale: Iterable[str]) -> bool:
    """Keep a tree whose files are those of the published site but for the ``stale`` ones, if that can be."""
    try:
        remove(folder, stale)
        folder.rename(spare)
    except OSError:
        return False
    return True
