"""The draft agreement as an office document, and what the clauses demand of it."""

import io

from docx import Document

from generator.notices.desk import Desk
from generator.notices.office import document
from generator.notices.views.agreement import agreement
from generator.notices.wording import BLANK
from generator.records.project import Project


def _text(data: bytes) -> str:
    found = Document(io.BytesIO(data))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in found.paragraphs), *cells])


def test_a_full_record_fills_the_draft(rich: Project, desk: Desk) -> None:
    text = _text(document(agreement(rich, desk)))
    known = rich.agreements[-1]
    expected = [
        rich.id,
        rich.name,
        known.number,
        known.witness,
        "示财农〔2019〕38号",
        "1,374户",
        "每年保底6.2%",
        "再按12%分红",
        "青石桥村、桃园村、老槐树村股份经济合作社按份共有",
        "2020年6月1日",
        "示例数据",
    ]
    assert [each for each in expected if each and each not in text] == []
    articles = (
        "项目编号和名称 资金来源 资产和产权 带动农户的数量和方式 保底收益和分红 "
        "农户的进入和退出 各方的权利和责任 违约责任 见证和监督"
    )
    assert all(each in text for each in articles.split())
    assert "进入办法：三村农户带土地承包证" in text


def test_what_is_missing_is_a_marked_blank(poor: Project, desk: Desk) -> None:
    data = document(agreement(poor, desk))
    text = _text(data)
    assert f"乙方（经营主体）：{BLANK}" in text
    assert f"交给乙方经营的资产：{BLANK}" in text
    runs = [run for paragraph in Document(io.BytesIO(data)).paragraphs for run in paragraph.runs]
    blanks = [run for run in runs if "＿" in run.text]
    assert len(blanks) > 10
    assert all(run.font.highlight_color is not None for run in blanks)


def test_equal_records_make_equal_files(rich: Project, desk: Desk) -> None:
    assert document(agreement(rich, desk)) == document(agreement(rich, desk))
