"""Watches folders: what was saved comes in batches, when it has been quiet for a moment."""

import errno
import os
import sys
import threading
import time
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

_QUIET = 0.05
_LONGEST = 0.5
"""Seconds: an editor writes a file in several steps; who changes many at once is not waited for for ever."""
_LOOK = 1.0
"""Seconds between looks at whether the folders are still those that are watched."""
_IDLE = {"opened", "closed_no_write", "attrib"}
_LEFTOVER = {".swp", ".swx", ".tmp", ".pyc"}
_NO_MORE = {errno.ENOSPC, errno.EMFILE, errno.ENFILE}
"""The system watches no more folders for us."""
_PROBE = "4913"
"""A file that vim makes to see whether it may."""
_TWICE = "Callback with id"
_POLLING = "这台机器不让监视这么多文件夹，改为每秒看一遍，改了要多等一两秒才看得到。"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to watch, with or without those below it; ``only`` names endings, if not all files count."""

    path: Path
    deep: bool = True
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Batch:
    """What changed at about one time.

    Attributes:
        paths: the files; none where a whole folder was replaced, and anything may have changed.
        since: when the first of it was seen, by :func:`time.monotonic`.
    """

    paths: frozenset[Path]
    since: float


class Watch:
    """Watches folders, which may come, go and be replaced."""

    def __init__(self) -> None:
        # Of folders made one within the other the library may hear twice, and says so in English: no harm.
        warnings.filterwarnings("ignore", _TWICE, RuntimeWarning)
        self._lock = threading.Lock()
        self._queue: SimpleQueue[tuple[float, Path]] = SimpleQueue()
        self._watched: dict[Folder, tuple[ObservedWatch | None, tuple[int, int] | None]] = {}
        self._closed = threading.Event()
        self._observer: BaseObserver = Observer(timeout=_LOOK)
        self._observer.start()

    def over(self, folders: Iterable[Folder]) -> None:
        """Watch these folders from now on, and no others."""
        wanted = set(folders)
        with self._lock:
            for gone in self._watched.keys() - wanted:
                self._leave(self._watched.pop(gone)[0])
            for folder in wanted - self._watched.keys():
                self._watched[folder] = None, None
            self._renew()

    def batches(self) -> Iterator[Batch]:
        """What is changed from now on, until the watch is closed."""
        while not self._closed.is_set():
            batch = self._next()
            with self._lock:
                replaced = self._renew()
            if replaced:
                yield Batch(frozenset(), time.monotonic())
            elif batch:
                yield batch

    def close(self) -> None:
        """Watch no more."""
        self._closed.set()
        self._observer.stop()

    def _next(self) -> Batch | None:
        try:
            since, path = self._queue.get(timeout=_LOOK)
        except Empty:
            return None
        paths = {path}
        with suppress(Empty):
            while time.monotonic() < since + _LONGEST:
                paths.add(self._queue.get(timeout=_QUIET)[1])
        return Batch(frozenset(paths), since)

    def _renew(self) -> bool:
        """Watch what has come or was replaced; whether there was any such folder."""
        changed = False
        for folder, (watch, identity) in self._watched.items():
            now = _identity(folder.path)
            if now != identity:
                self._leave(watch)
                self._watched[folder] = self._enter(folder) if now else None, now
                changed = True
        return changed

    def _enter(self, folder: Folder) -> ObservedWatch | None:
        seen = _Seen(folder, self._queue)
        try:
            return self._observer.schedule(seen, str(folder.path), recursive=folder.deep)
        except OSError as error:
            if error.errno not in _NO_MORE or isinstance(self._observer, PollingObserver):
                # It is gone already, or may not be read; should that change, it is another folder.
                return None
            self._poll()
            return self._enter(folder)

    def _poll(self) -> None:
        """Look at everything every second, where the system watches no more folders for us."""
        print(_POLLING, file=sys.stderr, flush=True)
        self._observer.stop()
        self._observer = PollingObserver(timeout=_LOOK)
        self._observer.start()
        for folder, (_, identity) in self._watched.items():
            if identity:
                self._watched[folder] = self._enter(folder), identity

    def _leave(self, watch: ObservedWatch | None) -> None:
        if watch:
            with suppress(KeyError, OSError):
                self._observer.unschedule(watch)


class _Seen(FileSystemEventHandler):
    """Takes note of what was written, made, moved or taken away in one folder."""

    def __init__(self, folder: Folder, queue: "SimpleQueue[tuple[float, Path]]") -> None:
        self._folder = folder.path
        self._only = folder.only
        self._queue = queue

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the files of an event, but for what is only read and what editors leave lying about."""
        if event.event_type in _IDLE or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(name))
            if name and path.is_relative_to(self._folder) and not self._passed_over(path):
                self._queue.put((time.monotonic(), path))

    def _passed_over(self, path: Path) -> bool:
        return passing(path, self._folder) or bool(self._only and path.suffix not in self._only)


def passing(path: Path, folder: Path) -> bool:
    """Whether a file is one that an editor or the system leaves for a moment, or hides."""
    within = path.relative_to(folder)
    hidden = any(part.startswith(".") or part == "__pycache__" for part in within.parts)
    return hidden or path.name.endswith("~") or path.name == _PROBE or path.suffix in _LEFTOVER


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
