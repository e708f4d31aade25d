"""What is locked can be installed on every Python that we promise, from whatever index."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from tests.county import ROOT

_LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==(\S+)", re.MULTILINE)


def _floor() -> Version:
    """The oldest Python that we promise: Debian 12 has one before 3.11.5, which some packages ask for."""
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    return Version(stated.removeprefix(">=") + ".0")


@pytest.mark.parametrize("lock", _LOCKS, ids=lambda lock: lock.name)
def test_everything_installs_on_the_oldest_python(lock: Path) -> None:
    pinned = _PINNED.findall(lock.read_text("utf-8"))
    assert pinned
    wanted = {name: distribution(name).metadata["Requires-Python"] or "" for name, _ in pinned}
    newer = {name for name, python in wanted.items() if _floor() not in SpecifierSet(python)}
    assert not newer, "constrain these in pyproject.toml, then run make requirements"


@pytest.mark.parametrize("lock", _LOCKS, ids=lambda lock: lock.name)
def test_no_index_and_no_address_is_named(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"https?:|--(?:extra-)?index-url|--find-links|--trusted-host", text)
    entries = [each for each in re.split(r"\n(?=\S)", text.strip()) if not each.startswith("#")]
    assert all("--hash=sha256:" in entry for entry in entries)
