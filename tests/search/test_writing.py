import json
import re
from datetime import date
from pathlib import Path

import pytest

from generator.checks.catalogue import problems
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.search.writing import FOLDER, write
from generator.settings import Settings
from tests.county import digest
from tests.search.county import curated

_WRITTEN = {
    "help/object.html": '<meta name="description" content="先打电话&amp;再写。"><article><h1>怎样提意见</h1>'
    "<h2>先看<em>哪里</em></h2></article>",
    "policies/a.html": "<title>甲方案 - 站</title><article><h1>甲方案</h1></article>",
    "404.html": "<title>没有找到这一页</title>",
}


@pytest.fixture(scope="module")
def overview() -> Overview:
    rows, reference = curated()
    return Overview(rows, Site(Settings(county="示例县"), reference, date(2025, 11, 20), problems()))


def _content(folder: Path, name: str) -> object:
    text = (folder / FOLDER / "data" / f"{name}.js").read_text("utf-8")
    found = re.fullmatch(r'gongshi\.take\("([^"]+)",(.*)\)\n', text, re.DOTALL)
    assert found
    assert found[1] == name
    return json.loads(found[2])


def test_two_writings_are_equal_and_independent_of_the_order_of_rows(
    tmp_path: Path, overview: Overview
) -> None:
    write(tmp_path / "one", overview, _WRITTEN)
    turned = Overview(reversed(overview.rows), overview.site)
    write(tmp_path / "other", turned, dict(reversed(_WRITTEN.items())))
    assert digest(tmp_path / "one") == digest(tmp_path / "other")


def test_the_index_names_every_file(tmp_path: Path, overview: Overview) -> None:
    write(tmp_path, overview, _WRITTEN)
    index = _content(tmp_path, "index")
    assert isinstance(index, dict)
    assert index["rows"] == len(overview.rows)
    named = {index[each] for each in ("guides", "texts", "sounds", "suggestions")}
    named |= {file for shard in index["shards"] for file in shard["files"].values()}
    there = {path.stem for path in (tmp_path / FOLDER / "data").iterdir()}
    assert there == named | {"index"}


def test_pages_stand_by_section_with_what_they_say(tmp_path: Path, overview: Overview) -> None:
    write(tmp_path, overview, _WRITTEN)
    index = _content(tmp_path, "index")
    assert isinstance(index, dict)
    assert _content(tmp_path, index["guides"]) == [
        {"section": "政策", "pages": [["policies/a.html", "甲方案", "", ""]]},
        {"section": "帮助", "pages": [["help/object.html", "怎样提意见", "先打电话&再写。", "先看哪里"]]},
    ]


def test_suggestions_lead_to_pages_with_their_numbers(tmp_path: Path, overview: Overview) -> None:
    write(tmp_path, overview, _WRITTEN)
    index = _content(tmp_path, "index")
    assert isinstance(index, dict)
    found = _content(tmp_path, index["suggestions"])
    assert isinstance(found, dict)
    assert ["东河镇柳湾村", "places/990101/990101101201.html", 5] in found["places"]
    assert all(address.startswith("lists/operator-") for _, address, _ in found["operators"])
    assert sum(many for _, _, many in found["operators"]) == sum(bool(row.operator) for row in overview.rows)
    assert len(found["mechanisms"]) == 12


def test_scripts_ask_nothing_of_others_and_run_under_a_strict_policy(
    tmp_path: Path, overview: Overview
) -> None:
    write(tmp_path, overview, _WRITTEN)
    for path in (tmp_path / FOLDER).glob("*.js"):
        text = path.read_text("utf-8")
        assert not re.search(r"\beval\b|new Function|innerHTML|https?://|setAttribute\(\"on", text), path
        assert len(text.splitlines()) < 300
    assert "url(" not in (tmp_path / FOLDER / "search.css").read_text("utf-8")
