import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.findings.finding import Bilingual, Finding, Grade, Spot
from generator.pages.amounts import yuan
from generator.pages.project import project_page
from generator.pages.site import Site
from generator.reading.record import read
from generator.records.linkages import Period
from generator.records.model import validated
from generator.records.project import Project
from tests.changing import having
from tests.pages.conftest import RECORDS
from tests.pages.markup import look

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("file", RECORDS, ids=lambda path: path.stem)
def test_golden(file: Path, site: Site, golden: Callable[[Path, str], None]) -> None:
    reading = read(file.read_bytes(), file.name, site.reference)
    assert reading.project
    findings = examine(reading, Context(site.reference, site.as_of))
    page = project_page(reading.project, findings, site)
    told = f"{page.address}\n{page.title}\n{page.description}\n{page.published}\n{page.head}\n{page.body}"
    golden(GOLDEN / f"{file.stem}.html", told)


def test_the_answers_come_first_and_in_whole_sentences(project: Project, site: Site) -> None:
    text = look(project_page(project, (), site).body).text
    for sentence in (
        "清洗分级车间和生产线、冷库归荷塘村股份经济合作社所有。",
        "由示例县南塘湖农业发展有限公司（其他涉农企业）经营。",
        "2024 年村里收到 61,500.25 元，先提取公积公益金 12,300.05 元",
        "2024 年经营主体按“产销对接”直接付给 72 户农户 268,800 元，平均每户约 3,733 元。",
    ):
        assert 0 < text.index(sentence) < text.index("项目概况")


def _told(project: Project, site: Site) -> str:
    return look(project_page(project, (), site).body).text.partition("项目概况")[0]


def test_owners_together_are_not_said_to_own_twice(project: Project, site: Site) -> None:
    asset = project.assets[0]
    assert asset.owner
    for name, told in (("三村按份共有", "归三村按份共有。"), ("荷塘村", "归荷塘村所有。")):
        owned = having(asset, owner=having(asset.owner, name=name))
        assert told in _told(having(project, assets=(owned,)), site)


def test_what_operators_paid_is_not_said_to_have_come_from_the_village(project: Project, site: Site) -> None:
    year = project.distributions[-1]
    assert year.payments
    assert year.paid
    bare = {"income": Decimal(0), "reserve": Decimal(0), "uses": (), "note": "冻害，没有开库"}
    told = _told(having(project, distributions=(having(year, **bare),)), site)
    assert f"{year.year} 年村里没有收到收益。{year.year} 年经营主体按" in told
    assert re.search("付给农户的钱，.+发到位。说明：冻害，没有开库。", told)
    assert "没有收到收益，" not in told


@pytest.mark.parametrize(
    ("note", "told"), [("冻害，\n没有开库。\n", "冻害， 没有开库。"), ("明年补发！", "明年补发！")]
)
def test_a_note_ends_as_one_sentence_however_it_was_written(
    project: Project, site: Site, note: str, told: str
) -> None:
    year = having(project.distributions[-1], note=note)
    text = " ".join(_told(having(project, distributions=(year,)), site).split())
    assert f"说明：{told}" in text
    assert not re.search("[。！] ?。", text)


def test_what_was_carried_over_is_told_so_that_sums_can_be_followed(project: Project, site: Site) -> None:
    year = project.distributions[-1]
    carried = {"brought_forward": Decimal(1000), "carried_forward": Decimal(400)}
    told = _told(having(project, distributions=(having(year, **carried),)), site)
    assert f"村里收到 {yuan(year.income)}，上年结转 1,000 元" in told
    assert "；结转下年 400 元。" in told


def test_the_newest_agreement_is_told_and_that_it_is_over(project: Project, site: Site) -> None:
    agreement = project.agreements[-1]
    terms = (
        validated(Period, {"start": "2024-01-01", "end": "2025-11-19"}),
        validated(Period, {"start": "2020-01-01", "end": "2023-12-31"}),
    )
    agreements = tuple(having(agreement, term=term) for term in terms)
    renewed = having(project, agreements=agreements)
    text = "最近一份协议的期限是 2024 年 1 月 1 日至 2025 年 11 月 19 日"
    for as_of, end in ((date(2025, 11, 19), "。"), (date(2025, 11, 20), "，已经到期。")):
        on = Site(site.settings, site.reference, as_of, site.problems)
        assert text + end in _told(renewed, on)


def test_what_is_missing_is_said_in_a_sentence(project: Project, site: Site) -> None:
    bare = having(
        project,
        stage="approved",
        assets=(),
        linkages=(),
        agreements=(),
        expected=None,
        disclosures=(),
        completion=None,
        distributions=(),
        inspections=(),
        operator=None,
        funding=(),
    )
    seen = look(project_page(bare, (), site).body)
    for sentence in (
        "项目还没有建成，资产还没有登记。",
        "还没有确定经营主体。",
        "没有写明预期成效。",
        "还没有登记协议。",
        "还没有登记公示。",
        "项目还没有完工。",
        "项目还没有建成，没有收益。",
        "还没有检查记录。",
        "还没有写明资金。",
    ):
        assert sentence in seen.text
    assert seen.faults == []


def test_fewer_expected_households_than_a_mechanism_has_are_explained(project: Project, site: Site) -> None:
    assert project.expected
    for households, explained in (
        (project.households - 1, True),
        (project.households, False),
        (None, False),
    ):
        renewed = having(project, expected=having(project.expected, households=households))
        seen = look(project_page(renewed, (), site).body)
        assert ("每种方式各带动多少户" in seen.text) is explained
        assert seen.faults == []


def test_warnings_are_shown_openly_and_notes_are_not(project: Project, site: Site) -> None:
    def finding(code: str, text: str) -> Finding:
        told = Bilingual(text, text)
        return Finding(site.problems[code], Spot("x.yaml"), told, told)

    warning = next(code for code, each in site.problems.items() if each.grade is Grade.WARNING)
    note = next(code for code, each in site.problems.items() if each.grade is Grade.NOTE)
    body = project_page(
        project, [finding(warning, "到 2025-09-30 少付了 <三> 元。"), finding(note, "只是建议。")], site
    ).body
    assert "检查提示" in body
    assert "到 2025 年 9 月 30 日少付了 &lt;三&gt; 元。" in body
    assert f"../../rules/{warning}/index.html" in body
    assert "只是建议" not in body


def test_texts_of_a_record_are_escaped(project: Project, site: Site) -> None:
    nasty = "<script>alert('x')</script> & \"引\""
    page = project_page(having(project, name=nasty, scope=nasty), (), site)
    assert "<script" not in page.body + page.head
    assert look(page.body).faults == []


def test_a_running_notice_stands_at_the_top(project: Project, site: Site) -> None:
    on = Site(site.settings, site.reference, date(2023, 3, 10), site.problems)
    text = look(project_page(project, (), on).body).text
    assert "事前公示：正在公示，还有 4 天，到 2023 年 3 月 14 日为止。" in text
    assert "正在公示" not in look(project_page(project, (), site).body).text


def test_what_has_to_be_mended_stands_at_the_top_until_it_is(project: Project, site: Site) -> None:
    told = {"finding": "还欠 8 户货款。", "deadline": date(2025, 11, 19), "rectified": None, "measure": None}
    late = having(project.inspections[0], **told)
    soon = having(late, deadline=site.as_of)
    done = having(late, rectified=date(2025, 11, 1))
    soon = having(soon, measure="已经付了 5 户。\n")
    tops = [_told(having(project, inspections=(each,)), site) for each in (late, soon, done)]
    assert "检查，还欠 8 户货款。要在 2025 年 11 月 19 日以前改完，过了期限还没有改完。" in tops[0]
    assert "要在 2025 年 11 月 20 日以前改完。整改措施：已经付了 5 户。" in tops[1]
    assert "要整改" not in tops[2]


def test_no_small_group_is_told_apart(project: Project, site: Site) -> None:
    linkage = project.linkages[3]
    few = having(
        linkage, beneficiaries=having(linkage.beneficiaries, households=2, lifted=1, monitored=0, persons=7)
    )
    year = project.distributions[0]
    uses = tuple(having(use, households=3) for use in year.uses)
    payments = tuple(having(paid, households=1) for paid in year.payments)
    changed = having(
        project, linkages=(few,), expected=None, distributions=(having(year, uses=uses, payments=payments),)
    )
    text = look(project_page(changed, (), site).body).text
    assert "不超过 3 户" in text
    assert not any(f" {number} 户" in text.replace("不超过 3 户", "") for number in (1, 2, 3))
    assert "7 人" not in text


def test_a_record_of_an_unknown_place_makes_a_page(project: Project, site: Site) -> None:
    lost = having(project, place="110101001001")
    assert look(project_page(lost, (), site).body).faults == []


def test_a_site_can_be_sent_to_another_process(project: Project, site: Site) -> None:
    import pickle

    sent = pickle.loads(pickle.dumps(site))
    assert project_page(project, (), sent) == project_page(project, (), site)


def test_the_article_tags_name_title_day_and_source(project: Project, site: Site) -> None:
    page = project_page(project, (), site)
    assert '<meta name="PubDate" content="2025-07-09 00:00">' in page.head
    assert '<meta name="ContentSource" content="示例县农业农村局">' in page.head
    assert page.published == "2025-07-09"
