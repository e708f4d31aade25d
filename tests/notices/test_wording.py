from datetime import date
from decimal import Decimal

import pytest

from generator.cli.app import main
from generator.findings.finding import Problem
from generator.notices.names import COMPOUND
from generator.notices.problems import PROBLEMS
from generator.notices.wording import months, numbered, sentence, tidy, wan, yuan
from tests.county import ROOT


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("新建冷库 2 座，库容 800 吨", "新建冷库2座，库容800吨"),
        ("按 LPR 计", "按LPR计"),
        ("监测对象 不超过 3 户", "监测对象不超过3户"),
        ("market 2023 price", "market 2023 price"),
        (" 两头 ", "两头"),
    ],
)
def test_paper_does_without_blanks_between_chinese_and_digits(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("1260000", "126.00"),
        ("3905000", "390.50"),
        ("617525", "61.7525"),
        ("0.01", "0.000001"),
        ("1", "0.0001"),
    ],
)
def test_wan_is_exact(amount: str, told: str) -> None:
    assert wan(Decimal(amount)) == told


def test_other_words() -> None:
    assert yuan(Decimal("1234.5")) == "1,234.50"
    assert months(date(2023, 3, 1), date(2023, 11, 30)) == "2023年3月至11月"
    assert months(date(2023, 3, 1), date(2024, 2, 1)) == "2023年3月至2024年2月"
    assert sentence("完了。") == "完了。"
    assert sentence(None) == ""
    assert [numbered(at) for at in (1, 10, 11, 20)] == ["一", "十", "十一", "二十"]
    assert all(len(name) == 2 for name in COMPOUND)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_every_finding_is_explained(problem: Problem, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", problem.code, "--root", str(ROOT)]) == 0
    assert problem.title.zh in capsys.readouterr().out
    assert problem.remedy.zh.endswith("。")
    assert problem.why != problem.title
