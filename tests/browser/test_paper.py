"""Pages on paper: what Ctrl+P gives of a project, a village and a model case."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.settings import load
from tests.county import ROOT
from tests.notices import paper

PAGES = {
    "projects/SL-2021-0/SL-2021-0001.html": ("监督检查与整改", "东河镇人民政府"),
    "places/990101/990101101201.html": ("收益和分配", "示例县农业农村局"),
    "cases/drying-centre.html": ("怎样照着做", "示例县农业农村局"),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_prints_with_code_telephone_and_seal_room(page: str, chromium: Browser, site: Path) -> None:
    opened = chromium.new_page()
    opened.goto((site / page).as_uri())
    assert not opened.locator(".gs-closing").is_visible(), "only on paper"
    pdf = opened.pdf(prefer_css_page_size=True)
    opened.close()
    texts = paper.pages(pdf)
    told = "".join(texts)
    heading, signer = PAGES[page]
    assert heading in told
    assert all(word in told for word in ("受理单位", "监督电话", "盖章处", signer, "示例数据"))
    assert "本页内容" not in told
    assert paper.codes(pdf) == [f"{load(ROOT).site_url}{page}"]
    width, height = (round(float(side) / 72 * 25.4) for side in paper.size(pdf))
    assert (width, height) == (210, 297)
    assert f"第{len(texts)}页,共{len(texts)}页" in texts[-1]


def test_folds_are_open_on_paper(chromium: Browser, site: Path) -> None:
    opened = chromium.new_page()
    opened.goto((site / "projects/SL-2021-0/SL-2021-0001.html").as_uri())
    closed = opened.locator("details.gs-year:not([open]) caption").all_text_contents()
    told = "".join(paper.pages(opened.pdf(prefer_css_page_size=True)))
    opened.close()
    assert closed
    assert all("".join(text.split()) in told for text in closed)


def test_a_bare_record_takes_two_sheets(chromium: Browser, site: Path) -> None:
    """What is not registered yet takes one line a section, and nobody signs a sheet that says nothing."""
    opened = chromium.new_page()
    opened.goto((site / "projects/SL-2025-0/SL-2025-0033.html").as_uri())
    texts = paper.pages(opened.pdf(prefer_css_page_size=True))
    opened.close()
    assert len(texts) == 2
    assert "盖章处" in texts[-1]
    assert "怎样反映问题" in texts[-1]


@pytest.mark.parametrize(
    "page", ["projects/SL-2021-0/SL-2021-0001.html", "projects/SL-2025-0/SL-2025-0034.html"]
)
def test_the_signature_stands_beside_whom_to_ask(page: str, chromium: Browser, site: Path) -> None:
    opened = chromium.new_page()
    opened.goto((site / page).as_uri())
    texts = paper.pages(opened.pdf(prefer_css_page_size=True))
    opened.close()
    assert [text for text in texts if "盖章处" in text] == [text for text in texts if "怎样反映问题" in text]


def test_what_belongs_together_is_not_parted(chromium: Browser, site: Path) -> None:
    opened = chromium.new_page()
    opened.goto((site / "projects/SL-2019-0/SL-2019-0005.html").as_uri())
    texts = paper.pages(opened.pdf(prefer_css_page_size=True))
    opened.close()
    [works] = [text for text in texts if "在项目里做工,按标准领工资" in text]
    assert "每小时11元" in works
    assert "次月12日前" in works
    [figures] = [text for text in texts if "累计直接付给农户" in text]
    assert "总投入" in figures
    assert "3,088.51万元" in figures
    assert len(texts) <= 12
