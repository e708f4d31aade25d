"""``gongshi new`` knows mechanisms by their codes and by their Chinese names."""

from pathlib import Path

import pytest

from generator.cli.app import main
from generator.records.linkages import LINKAGES
from tests.county import ROOT, copy_county

_RECORD = "SL-2025-0999"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_county(tmp_path_factory.mktemp("new"))


def _listed() -> str:
    """All mechanisms, from the vocabulary: what the program knows of them must say the same."""
    lines = (ROOT / "data" / "vocabularies" / "mechanisms.yaml").read_text("utf-8").splitlines()
    labels = [line.split(": ")[1] for line in lines if line.startswith("    label: ")]
    return "、".join(f"{code}（{label}）" for code, label in zip(LINKAGES, labels, strict=True))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("employment", "employment"),
        ("务工就业", "employment"),
        ("保底收益＋按股分红", "guaranteed_dividend"),
        ("保底分红", "guaranteed_dividend"),
    ],
)
def test_codes_and_names(county: Path, name: str, code: str) -> None:
    record = county / "data" / "projects" / f"{_RECORD}.yaml"
    assert main(["new", _RECORD, "--root", str(county), "--mechanism", name]) == 0
    assert f"  - mechanism: {code}  #" in record.read_text("utf-8")
    record.unlink()


def test_others_are_refused_with_all_that_there_are(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", _RECORD, "--root", str(county), "--mechanism", "务工"]) == 2
    told = capsys.readouterr().err
    assert "--mechanism 不能写“务工”。是不是 employment（务工就业）？" in told
    assert f"可以写：{_listed()}。" in told


def test_help_names_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--help"]) == 0
    assert _listed() in "".join(capsys.readouterr().out.split())
