"""What is emitted is read back as the same, by YAML's own reader."""

from datetime import date

import pytest
import yaml

from generator.demo.emit import Short, emit
from generator.demo.money import yuan

RECORD = {
    "id": "SL-2023-0001",
    "place": "990101100201",
    "scope": "新建大棚 4 座，配水肥一体化设备：1 套",
    "period": Short(start=date(2023, 3, 1), end=date(2023, 11, 30)),
    "funding": [
        Short(source="central_bridging", amount=yuan(120_000_050)),
        Short(source="loan", amount=yuan(100)),
    ],
    "assets": [
        {
            "name": "大棚",
            "class": "operating",
            "owner": Short(name="柳湾村股份经济合作社", kind="x"),
            "bears": True,
        },
        {"name": "机井", "follow_up": {"way": "revive", "plan": "招租，先到先得"}, "bears": False},
    ],
    "uses": ["upkeep", "public_posts"],
    "services": ["甲" * 40, "乙" * 40, "丙" * 40],
    "supervision": Short(
        department="示例县农业农村局", hotlines=["12317", "0990-1234567"], note="先问，再说"
    ),
}

TEXT = """\
id: SL-2023-0001
place: "990101100201"
scope: 新建大棚 4 座，配水肥一体化设备：1 套
period: {start: 2023-03-01, end: 2023-11-30}
funding:
  - {source: central_bridging, amount: 1200000.50}
  - {source: loan, amount: 1}
assets:
  - name: 大棚
    class: operating
    owner: {name: 柳湾村股份经济合作社, kind: x}
    bears: true
  - name: 机井
    follow_up:
      way: revive
      plan: 招租，先到先得
    bears: false
uses: [upkeep, public_posts]
services:
  - A
  - B
  - C
supervision: {department: 示例县农业农村局, hotlines: ["12317", "0990-1234567"], note: "先问，再说"}
"""


def test_the_layout_is_that_of_a_tidy_record() -> None:
    long = {"A": "甲" * 40, "B": "乙" * 40, "C": "丙" * 40}
    expected = TEXT
    for letter, text in long.items():
        expected = expected.replace(f"- {letter}\n", f"- {text}\n")
    assert emit(RECORD) == expected


def test_it_reads_back_as_the_same_texts() -> None:
    read = yaml.load(emit(RECORD), yaml.BaseLoader)
    assert read["place"] == "990101100201"
    assert read["funding"][0]["amount"] == "1200000.50"
    assert read["assets"][1]["bears"] == "false"
    assert read["supervision"]["hotlines"] == ["12317", "0990-1234567"]


def test_a_long_short_map_becomes_a_block() -> None:
    text = emit({"a": Short(name="甲" * 70, note="乙" * 70)})
    assert text == f"a:\n  name: {'甲' * 70}\n  note: {'乙' * 70}\n"


@pytest.mark.parametrize("word", ["no", "12317", "0990-1234567", "a: b", "- x", "a #b", "*x", "乙 "])
def test_a_doubtful_word_reads_back_as_itself(word: str) -> None:
    for record in ({"key": word}, {"key": Short(key=word)}, {"key": [word]}):
        assert yaml.load(emit(record), yaml.BaseLoader)["key"] in (word, {"key": word}, [word])
