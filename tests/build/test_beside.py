"""After one edit lists and tables are made by a process beside this one: the site is the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import hands, sharing
from generator.build.options import Options
from generator.build.pipeline import build
from generator.settings import load
from tests.county import copy_county, digest, edit, edits


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """All that is given to other processes; few rows are worth one."""
    given: list[object] = []
    submit = hands.Hands.submit

    def noted(self: hands.Hands, work: Callable[..., object], *arguments: object) -> object:
        given.append(work)
        return submit(self, work, *arguments)

    monkeypatch.setattr(sharing, "_WORTH", 1)
    monkeypatch.setattr(hands, "may_fork", lambda: True)
    monkeypatch.setattr(hands.Hands, "submit", noted)
    return given


def _cold(root: Path) -> dict[str, str]:
    assert build(root, load(root), Options(workers=1, cache=False)).published
    return digest(root / "site")


def test_any_edit_comes_to_the_same_as_a_cold_build(tmp_path: Path, shared: list[object]) -> None:
    root, other = copy_county(tmp_path / "county"), copy_county(tmp_path / "cold")
    for _ in edits(root, other):
        shared.clear()
        assert build(root, load(root), Options(workers=2)).published
        assert {sharing._give, sharing._list} <= set(shared)
        assert digest(root / "site") == _cold(other)


def test_one_process_is_enough(tmp_path: Path, shared: list[object]) -> None:
    root = copy_county(tmp_path / "county")
    assert build(root, load(root), Options(workers=1)).published
    edit(root, 5)
    assert build(root, load(root), Options(workers=1)).published
    assert not shared


def test_where_no_process_may_fork_this_one_does_all(
    tmp_path: Path, shared: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "may_fork", lambda: False)
    root = copy_county(tmp_path / "county")
    assert build(root, load(root), Options(workers=2)).published
    assert not shared
