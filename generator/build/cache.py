"""What builds leave for the next one: it can be deleted at any time, and is made anew.

It lies in ``.gongshi-cache`` beside ``mkdocs.yml`` and holds what is of use now, nothing older. Every
file in it is replaced as a whole and bears a digest, so that one that a killed build left is not believed.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.build.known import Known
from generator.outputs import manifest
from generator.outputs.key import key
from generator.outputs.manifest import Manifest
from generator.outputs.outputs import Outputs
from generator.pages.frame import Frame

FOLDER = ".gongshi-cache"
PARTS = "parts"
_RECORDS, _SITE, _LOCK = "records", "site", "lock"
_WAITING = "另一个 gongshi 正在生成这个网站，等它做完就接着做。"


class Cache:
    """The cache of one register under one ``base``; it keeps nothing where ``root`` is None.

    Attributes:
        known: what is known about records.
    """

    def __init__(self, root: Path | None, base: bytes) -> None:
        self._folder = root / FOLDER if root else None
        self._base = base
        self.known = Known(self._folder / _RECORDS if self._folder else None, base)

    def outputs(self, folder: Path, site: Path, frames: Mapping[str, Frame]) -> Outputs:
        """The outputs of a build into ``folder``, which may take over what lies in ``site``."""
        self._pages = key((self._base, *(repr(frame) for _, frame in sorted(frames.items()))))
        last = manifest.load(self._folder / _SITE) if self._folder else None
        units = last.units if last and last.base == self._pages else None
        return Outputs(folder, site, units)

    def keep(self, outputs: Outputs) -> None:
        """Remember what was published; where that cannot be written, the next build does it all anew."""
        if self._folder:
            with suppress(OSError):
                manifest.save(Manifest(self._pages, units=outputs.units), self._folder / _SITE)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let no two builds of one register run at a time: the second waits, and says so.

    Where nothing can be written beside the register there is no cache that two could spoil, and no lock.
    """
    path = root / FOLDER / _LOCK
    lock = FileLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        print(_WAITING, file=sys.stderr, flush=True)
        lock.acquire()
    except OSError:
        pass
    try:
        yield
    finally:
        lock.release()
