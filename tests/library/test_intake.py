"""``gongshi policy import``: texts of either shape become the right clauses."""

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.intake.lines import IntakeError
from generator.library.intake.numerals import number
from generator.library.intake.take import Taken, differences, take
from generator.library.original import read_originals, write_original
from generator.records.policies import Clause as DataClause
from generator.records.policies import Policy
from tests.library.writing import Clause, chaptered, numeral, sectioned, written

LETTER = """东坪县农业农村局文件

东坪农发〔2024〕17号

关于印发《东坪县帮扶资产管护办法》的通知

各乡镇人民政府：

现将办法印发给你们，请照着办理。

东坪县农业农村局
2024年5月6日

东坪县帮扶资产管护办法

第一章 总则
第一条 为了管好帮扶资金形成的资产，让农户长久得到好
处，制定本办法。
第二条 本办法所说的资产，按照本县
第十三条第二款登记的范围确定，不另外
扩大。

第二章 管护
第三条 管护的单位要做到：
(一)每季度看一次；
（二） 坏了三天内报修；
(三）修好以后写进台账。

- 2 -

第四条 管护的钱从收益里出，办法有：①从收益里先提，②由经营的一方先垫，③由村里补齐。
附件：台账样式
"""

SECTIONS = """西岭乡产业项目公开办法
为了让大家看得清楚，特
定本办法。
一、公开什么
（一）资金。每一笔都要写。
（二）收益。每一年都要写，收了多少，分了多少，谁定
的，都要写清。
1.先写收入；
2.再写支出。
二、谁来公开
（一）村里。
（二）乡里。
"""


def taken(text: str, folder: Path) -> Taken:
    file = folder / "document.txt"
    file.write_text(text, "utf-8", newline="")
    return take(file, "east-2024-17")


@pytest.mark.parametrize("value", range(1, 100))
def test_numerals_are_read_as_they_are_written(value: int) -> None:
    assert number(numeral(value)) == value
    assert number(str(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("一百零二", 102), ("一百二十", 120), ("③", 3), ("１２", 12), ("万", None), ("三四", None)],
)
def test_other_numerals(text: str, value: int | None) -> None:
    assert number(text) == value


def test_a_document_with_chapters_and_a_covering_letter(tmp_path: Path) -> None:
    original, doubts, unit = taken(LETTER, tmp_path)
    assert original.title == "东坪县帮扶资产管护办法"
    assert original.number == "东坪农发〔2024〕17号"
    assert original.issuer == "东坪县农业农村局"
    assert original.written == "2024年5月6日"
    assert original.ids == [
        "ch1", "1", "2", "ch2", "3", "3-1", "3-2", "3-3", "4", "4-1", "4-2", "4-3",
    ]  # fmt: skip
    assert [each.number for each in original.passages if each.depth == 2] == ["（一）", "（二）", "（三）"]
    assert original.passage("2").whole.startswith("本办法所说的资产，按照本县第十三条第二款")  # type: ignore[union-attr]
    assert original.passage("4-2").whole == "由经营的一方先垫，"  # type: ignore[union-attr]
    assert original.ending == ("附件：台账样式",)
    assert original.cover[0] == "东坪县农业农村局文件"
    assert original.cover[-1] == "2024年5月6日"
    assert unit == "行"
    assert [(line, "第十三条" in what) for line, what in doubts] == [(20, True)]


def test_a_document_with_sections(tmp_path: Path) -> None:
    original, doubts, _ = taken(SECTIONS, tmp_path)
    assert original.title == "西岭乡产业项目公开办法"
    assert original.preamble == ("为了让大家看得清楚，特定本办法。",)
    assert original.ids == ["1", "1-1", "1-2", "1-2-1", "1-2-2", "2", "2-1", "2-2"]
    income = original.passage("1-2")
    assert income is not None
    assert (income.heading, income.text) == (
        "收益。",
        ("每一年都要写，收了多少，分了多少，谁定的，都要写清。",),
    )
    assert {what for _, what in doubts} == {"没有认出发文字号", "没有认出发文机关", "没有认出成文日期"}


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("第一条 甲。\n第三条 乙。\n", 2, "编号不连续"),
        ("第一条 甲。\n第二条 乙。\n第一条 丙。\n", 3, "重新开始"),
        ("第一条 甲，要按照\n第二条 乙。\n", 2, "没有写完"),
        ("一、甲。\n\n\n27\n\n二、乙。\n", 4, "看作页码"),
        ("一、总则\n二、细则\n一、附件说明。\n", 3, "c1b"),
    ],
)
def test_it_says_what_is_doubtful_and_where(text: str, line: int, told: str, tmp_path: Path) -> None:
    found = taken(text, tmp_path).doubts
    assert any(at == line and told in what for at, what in found), found


def test_every_clause_has_an_address_of_its_own_even_where_numbers_repeat(tmp_path: Path) -> None:
    original = taken("一、甲。\n一、乙。\n一、丙。\n（一）丁。\n", tmp_path).original
    assert original.ids == ["1", "1b", "1c", "1c-1"]


def test_a_word_file_gives_the_same_as_its_text(tmp_path: Path) -> None:
    document = Document()
    for line in LETTER.replace("好\n处", "好处").splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "document.docx"))
    from_word = take(tmp_path / "document.docx", "east-2024-17")
    assert from_word.original == taken(LETTER, tmp_path).original
    assert from_word.unit == "段"


def test_automatic_numbers_and_tables_of_a_word_file_are_told(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("第一条 甲。")
    document.add_paragraph("乙。", style="List Number")
    document.add_table(1, 1)
    number = document.add_paragraph("丙。")
    number._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1
    document.save(str(tmp_path / "document.docx"))
    told = [what for _, what in take(tmp_path / "document.docx", "x").doubts]
    assert any("表格" in what for what in told)
    assert any("自动" in what for what in told)


def test_text_in_the_encoding_of_old_computers_is_read(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(SECTIONS.encode("gb18030"))
    assert take(tmp_path / "old.txt", "x").original.ids[0] == "1"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF", "另存"),
        ("a.docx", b"PK nothing", "不是完好的"),
        ("a.txt", "没有条款的一段话。".encode(), "没有认出条款"),
        ("a.txt", b"", "没有认出条款"),
    ],
)
def test_what_cannot_be_taken_in_is_told_in_words(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(IntakeError, match=told):
        take(tmp_path / name, "x")


def test_a_text_survives_being_kept(tmp_path: Path) -> None:
    original = taken(LETTER, tmp_path).original
    write_original(tmp_path, original)
    assert read_originals(tmp_path) == {"east-2024-17": original}


def test_text_and_data_are_compared(tmp_path: Path) -> None:
    clauses = tuple(DataClause(f"east-2024-17/{each}", each, "标题", "说明。") for each in ("1", "2", "9"))
    policy = Policy("east-2024-17", "local", "办法", "办法", None, None, None, None, "", "", clauses)
    lacking, more = differences(taken("第一条 甲。\n第二条 乙。\n第三条 丙。\n", tmp_path).original, policy)
    assert (lacking, more) == (["9"], ["3"])


@settings(max_examples=150, deadline=None)
@given(st.data(), st.one_of(sectioned(), chaptered()))
def test_any_document_of_either_shape_comes_back_whole(data: st.DataObject, clauses: list[Clause]) -> None:
    text = data.draw(written(clauses))
    with tempfile.TemporaryDirectory() as folder:
        original = taken(text, Path(folder)).original
    expected = [each for top in clauses for each in top.all()]
    assert original.ids == [each.id for each in expected]
    assert [each.number for each in original.passages] == [each.mark for each in expected]
    assert [each.whole for each in original.passages] == [each.heading + each.text for each in expected]


@settings(max_examples=150, deadline=None)
@given(
    st.text("第一二十三章条节（(）)①②1.2、，。：\n\r\f 　农户县〔2024〕号关于办法年月日附件-—", max_size=120)
)
def test_whatever_a_text_holds_is_taken_in_whole_or_refused_in_words(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            original = taken(text, Path(folder)).original
        except IntakeError:
            return
    assert len(original.ids) == len(set(original.ids))
    assert all(each.number for each in original.passages)
    kept = [*original.cover, original.title or "", *original.preamble, *original.ending]
    kept += [each.number + each.whole for each in original.passages]
    assert _words(kept) == _words(text for text in re.split("[\r\n\f]", text) if not _page(text))


def _words(lines: Iterable[str]) -> str:
    """The letters of a text, whatever brackets, blanks and points stand between."""
    return "".join(sorted(re.sub(r"[^一-鿿①②]", "", "".join(lines))))


def _page(line: str) -> bool:
    return not re.search("[一-鿿①②]", line)
