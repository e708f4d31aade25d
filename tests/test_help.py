"""What the help says of a page is what the page says."""

from pathlib import Path

import pytest

import generator
from generator.pages import rectification

HELP = Path(__file__).parents[1] / "site_src" / "help"
TEMPLATES = Path(generator.__file__).parent / "pages" / "templates"


@pytest.mark.parametrize("words", ["产权人", "类别和状况", "收益", "要分配", "不产生收益"])
def test_the_columns_of_assets(words: str) -> None:
    told = (
        (HELP / "read-a-disclosure.md").read_text("utf-8").partition("## 资产与产权")[2].partition("\n## ")[0]
    )
    shown = (TEMPLATES / "project" / "assets.html").read_text("utf-8")
    assert words in shown
    assert f"**{words}**" in told or f"“{words}”" in told


def test_the_list_of_what_is_to_be_mended() -> None:
    told = (HELP / "object.md").read_text("utf-8")
    assert rectification.TITLE in told
    assert "整改名单" not in told
    assert "已经超过" in told
    assert "已经超过" in (TEMPLATES / "rectification.html").read_text("utf-8")
