"""However many share the reduce, the site is the same; tables are made together unless somebody is idle."""

from pathlib import Path

import pytest

from generator.build import mapping, means, sharing
from generator.build.options import Options
from generator.build.pipeline import build
from generator.settings import load
from tests.county import copy_county, digest


def _built(root: Path, workers: int) -> dict[str, str]:
    assert build(root, load(root), Options(workers=workers, cache=False)).published
    return digest(root / "site")


def test_tables_are_made_together_unless_somebody_would_be_idle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[list[int]] = []
    give = sharing.Sharing._give

    def noted(self: sharing.Sharing, note: str, wanted: list[int]) -> None:
        given.append(wanted)
        give(self, note, wanted)

    monkeypatch.setattr(sharing.Sharing, "_give", noted)
    root = copy_county(tmp_path / "county")
    alone = _built(root, 1)
    assert not given
    for module in (mapping, means):
        monkeypatch.setattr(module, "WORTH_PROCESSES", 1)
    monkeypatch.setattr(sharing, "_TOWNSHIPS", 2)
    assert _built(root, 2) == alone
    (every,) = given
    given.clear()
    assert _built(root, 3) == alone
    assert given[0] == [0]
    assert len(given) > 2
    assert [at for some in given for at in some] == every
