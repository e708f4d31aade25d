"""``gongshi policy import`` on the command line."""

from pathlib import Path

import pytest

from generator.cli.app import main
from tests.county import copy_county
from tests.library.test_intake import LETTER


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return copy_county(tmp_path / "county")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, "utf-8")
    return file


def test_it_tells_what_it_understood_and_keeps_it(
    county: Path, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["policy", "import", str(letter), "--as", "east-2024-17", "--root", str(county)]) == 0
    told = capsys.readouterr().out
    assert "发文字号：东坪农发〔2024〕17号" in told
    assert "第三条 管护的单位要做到：  [c3]" in told
    assert "（三） 修好以后写进台账。  [c3-3]" in told
    assert "第 20 行：行首的“第十三条”" in told
    assert "还没有 data/policies/east-2024-17.yaml" in told
    assert (county / "data/originals/east-2024-17.yaml").exists()


def test_it_compares_with_the_data_and_writes_nothing_when_only_asked(
    county: Path, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["policy", "import", str(letter), "--as", "changji-2023-8", "--root", str(county)]
    assert main([*arguments, "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "登记了、原文里没有认出来的：5、6、7" in told
    assert "没有写文件" in told
    assert not (county / "data/originals").exists()


@pytest.mark.parametrize(
    ("name", "text", "code", "told"),
    [
        ("east", "没有编号的一段话。", 1, "没有认出条款"),
        ("East 17", LETTER, 2, "不能做编码"),
    ],
)
def test_what_is_wrong_is_told(
    name: str, text: str, code: int, told: str, county: Path, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter.write_text(text, "utf-8")
    assert main(["policy", "import", str(letter), "--as", name, "--root", str(county)]) == code
    assert told in capsys.readouterr().err
