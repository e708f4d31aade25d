"""Registers with a published site: a small one, built in one process, and one that is worth several."""

from pathlib import Path

import pytest

from generator.demo.county import write
from generator.demo.starter import starter
from tests.faults.register import Register, Site

SMALL, LARGE = 24, 320


def _written(folder: Path, records: int) -> Register:
    register = Register(folder)
    write(register.root, records, 1, starter())
    return register


@pytest.fixture(scope="session")
def small_published(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """Built twice, so that there is a second tree."""
    register = _written(tmp_path_factory.mktemp("small"), SMALL)
    _run(register)
    register.edit(1)
    _run(register)
    return register


def _run(register: Register) -> None:
    done = register.run()
    assert done.code == 0, done.said


@pytest.fixture(scope="session")
def large_written(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """Nothing of it is known, nothing is published, but the engine's pages are kept."""
    return _written(tmp_path_factory.mktemp("large"), LARGE)


@pytest.fixture
def small(small_published: Register, tmp_path: Path) -> Register:
    """A register with its site and cache, and with one record edited since."""
    register = small_published.copy(tmp_path)
    register.edit()
    return register


@pytest.fixture(scope="session")
def edited(small_published: Register, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """What a cold build makes of the edited small register."""
    register = small_published.copy(tmp_path_factory.mktemp("edited"))
    register.edit()
    site = register.cold()
    assert site != small_published.site
    return site


@pytest.fixture
def large(large_written: Register, tmp_path: Path) -> Register:
    """A register of which nothing is known, with a site that someone made by hand."""
    register = large_written.copy(tmp_path)
    (register.root / "site").mkdir()
    (register.root / "site" / "index.html").write_text("old", "utf-8")
    return register
