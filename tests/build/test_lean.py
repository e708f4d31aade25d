"""Where rows are very many and two work, lists are made without a copy of the rows: the site is the same."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.build import mapping, means, sharing
from generator.build.options import Options
from generator.build.pipeline import build
from generator.settings import load
from tests.county import copy_county, digest


def _built(root: Path, workers: int) -> dict[str, str]:
    assert build(root, load(root), Options(workers=workers, cache=False)).published
    return digest(root / "site")


def test_a_lean_build_makes_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_county(tmp_path / "county")
    alone = _built(root, 1)
    for module in (mapping, means):
        monkeypatch.setattr(module, "WORTH_PROCESSES", 1)
    shared = _built(root, 2)
    told: list[Sequence[int]] = []
    apart = sharing.Sharing._apart

    def noted(self: sharing.Sharing, wanted: Sequence[int]) -> Any:
        told.append(wanted)
        return apart(self, wanted)

    monkeypatch.setattr(sharing.Sharing, "_apart", noted)
    monkeypatch.setattr(sharing, "_LEAN", 1)
    assert _built(root, 2) == shared == alone
    assert told[0] == [0]
