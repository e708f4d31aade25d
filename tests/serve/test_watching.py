"""Saved files come in batches, however they are saved; what is merely read or lies about does not."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator.serve.watching import Batch, Folder, Watch, passing

_PATIENCE = 20


class Heard:
    """A watch over a folder, and the batches that came."""

    def __init__(self, *folders: Folder) -> None:
        self.watch = Watch()
        self._batches: Queue[Batch] = Queue()
        self.watch.over(folders)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for batch in self.watch.batches():
            self._batches.put(batch)

    def names(self, wanted: set[str]) -> set[str]:
        """The names in all batches until those wanted are among them."""
        found: set[str] = set()
        end = time.monotonic() + _PATIENCE
        while not wanted <= found:
            assert time.monotonic() < end, found
            try:
                found |= {path.name for path in self._batches.get(timeout=0.1).paths}
            except Empty:
                continue
        return found

    def replaced(self) -> None:
        """Wait for a batch that says that anything may have changed."""
        while self._batches.get(timeout=_PATIENCE).paths:
            pass

    def count(self) -> int:
        """How many batches came, when it has been quiet for a while."""
        time.sleep(0.6)
        return self._batches.qsize()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    (made / "within").mkdir(parents=True)
    (made / "old.yaml").write_text("a: 1\n", "utf-8")
    return made


@pytest.fixture
def heard(folder: Path) -> Iterator[Heard]:
    found = Heard(Folder(folder))
    yield found
    found.watch.close()


def test_a_file_written_in_place_or_by_rename_is_heard_of(heard: Heard, folder: Path) -> None:
    (folder / "old.yaml").write_text("a: 2\n", "utf-8")
    assert heard.names({"old.yaml"}) == {"old.yaml"}
    (folder / ".old.yaml.new").write_text("a: 3\n", "utf-8")
    (folder / ".old.yaml.new").replace(folder / "old.yaml")
    assert heard.names({"old.yaml"}) == {"old.yaml"}
    (folder / "old.yaml").unlink()
    heard.names({"old.yaml"})


def test_reading_and_leftovers_are_not_heard_of(heard: Heard, folder: Path) -> None:
    (folder / "old.yaml").read_text("utf-8")
    for name in (".old.yaml.swp", "old.yaml~", "4913", "x.tmp"):
        (folder / name).write_text("", "utf-8")
    assert heard.count() == 0


def test_a_burst_of_a_thousand_files_comes_in_few_batches(heard: Heard, folder: Path) -> None:
    names = {f"{number:04d}.yaml" for number in range(1000)}
    for name in names:
        (folder / "within" / name).write_text("a: 1\n", "utf-8")
    began = time.monotonic()
    assert names <= heard.names(names)
    assert time.monotonic() - began < _PATIENCE
    assert heard.count() <= 5


def test_files_in_folders_that_come_later_are_heard_of(heard: Heard, folder: Path) -> None:
    (folder / "new" / "deep").mkdir(parents=True)
    heard.names({"new"})
    (folder / "new" / "deep" / "a.yaml").write_text("a: 1\n", "utf-8")
    heard.names({"a.yaml"})


def test_folders_made_one_within_the_other_are_all_heard_of(heard: Heard, folder: Path) -> None:
    """Again and again: the library may hear of the inner ones twice, and must not stop for it."""
    for number in range(60):
        inner = folder.joinpath(*(f"{number}-{level}" for level in range(6)))
        inner.mkdir(parents=True)
        time.sleep(0.002)
        heard.names({f"{number}-0"})
    (inner / "a.yaml").write_text("a: 1\n", "utf-8")
    heard.names({"a.yaml"})


def test_a_folder_that_is_replaced_as_a_whole_is_watched_on(heard: Heard, folder: Path) -> None:
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    folder.rename(folder.with_name("gone"))
    other.rename(folder)
    heard.replaced()
    (folder / "old.yaml").write_text("a: 9\n", "utf-8")
    heard.names({"old.yaml"})


def test_a_folder_may_come_after_the_watch_and_go_again(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    heard = Heard(Folder(folder))
    folder.mkdir()
    heard.replaced()
    (folder / "a.yaml").write_text("a: 1\n", "utf-8")
    heard.names({"a.yaml"})
    shutil.rmtree(folder)
    heard.replaced()
    heard.watch.close()


def test_of_the_root_only_configurations_count(tmp_path: Path) -> None:
    heard = Heard(Folder(tmp_path, deep=False, only=frozenset({".yml"})))
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "deep.yml").write_text("", "utf-8")
    (tmp_path / "notes.txt").write_text("", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("", "utf-8")
    assert heard.names({"mkdocs.yml"}) == {"mkdocs.yml"}
    assert heard.count() == 0
    heard.watch.close()


def test_where_the_system_watches_no_more_folders_we_look_ourselves(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*arguments: object, **more: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Observer, "schedule", refuse)
    monkeypatch.setattr(PollingObserver, "schedule", BaseObserver.schedule)
    heard = Heard(Folder(folder))
    assert "改为每秒看一遍" in capsys.readouterr().err
    (folder / "old.yaml").write_text("a: 22\n", "utf-8")
    heard.names({"old.yaml"})
    heard.watch.close()


def test_what_passes_is_told_from_what_stays() -> None:
    root = Path("data")
    for name in (".hidden.yaml", "a/.git/b", "a~", "4913", "a.swp", "__pycache__/a.py", "a.pyc"):
        assert passing(root / name, root), name
    for name in ("a.yaml", "b/places.csv", "c.md", "49130"):
        assert not passing(root / name, root), name
