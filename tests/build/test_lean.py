"""Where rows are very many and two work, nobody has a copy of the rows: the site is the same."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.build import hands, mapping, means, sharing
from generator.build.options import Options
from generator.build.pipeline import build
from generator.settings import load
from tests.county import copy_county, digest, edit, edits


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[int]]:
    """The selections that were given away apart; few rows are very many."""
    found: list[Sequence[int]] = []
    apart = sharing.Sharing._apart

    def noted(self: sharing.Sharing, wanted: Sequence[int]) -> Any:
        found.append(wanted)
        return apart(self, wanted)

    monkeypatch.setattr(sharing.Sharing, "_apart", noted)
    for module in (hands, sharing):
        monkeypatch.setattr(module, "LEAN", 1)
    return found


def _built(root: Path, workers: int, *, cache: bool = False) -> dict[str, str]:
    assert build(root, load(root), Options(workers=workers, cache=cache)).published
    return digest(root / "site")


def _much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few records be worth several processes."""
    for module in (mapping, means):
        monkeypatch.setattr(module, "WORTH_PROCESSES", 1)


@pytest.mark.parametrize("may", [True, False])
def test_a_lean_build_makes_the_same_site(
    tmp_path: Path, told: list[Sequence[int]], monkeypatch: pytest.MonkeyPatch, may: bool
) -> None:
    root = copy_county(tmp_path / "county")
    alone = _built(root, 1)
    assert not told
    _much(monkeypatch)
    monkeypatch.setattr(hands, "may_fork", lambda: may)
    assert _built(root, 2) == alone
    (given,) = told
    assert given[0] == 0
    assert len(given) > 1


def test_edits_come_to_the_same_as_a_cold_build(
    tmp_path: Path, told: list[Sequence[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "may_fork", lambda: True)
    root, other = copy_county(tmp_path / "county"), copy_county(tmp_path / "cold")
    for _ in edits(root, other):
        told.clear()
        site = _built(root, 2, cache=True)
        assert len(told) == 1
        assert site == _built(other, 1)


def test_where_no_table_has_changed_nothing_is_given_away(
    tmp_path: Path, told: list[Sequence[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "may_fork", lambda: True)
    root = copy_county(tmp_path / "county")
    _built(root, 2, cache=True)
    told.clear()
    page = root / "site_src" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n新的一段。\n", "utf-8")
    site = _built(root, 2, cache=True)
    assert not told
    assert site == _built(root, 1)


def test_who_gives_tables_away_and_is_gone_is_missed(
    tmp_path: Path, told: list[Sequence[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "may_fork", lambda: True)
    root = copy_county(tmp_path / "county")
    before = _built(root, 1)
    foresee = hands.Hands.foresee

    def killed(self: hands.Hands, rows: int) -> None:
        foresee(self, rows)
        assert self.early
        self.early._process.kill()

    monkeypatch.setattr(hands.Hands, "foresee", killed)
    edit(root, 3)
    with pytest.raises(hands.HandLostError):
        _built(root, 2)
    assert digest(root / "site") == before


@pytest.mark.parametrize("forked", [True, False])
def test_folders_are_cleared_meanwhile(tmp_path: Path, forked: bool) -> None:
    folders = [tmp_path / "old", tmp_path / "older"]
    for folder in folders:
        (folder / "deep").mkdir(parents=True)
        (folder / "deep" / "page.html").write_text("old")
    with hands.hands(2) as many:
        many._forked = forked
        with many.clearing(*folders, tmp_path / "nowhere"):
            pass
    assert not any(tmp_path.iterdir())
