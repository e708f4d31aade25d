"""Private lists: what is taken, what is refused with row and column, and masking."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from generator.notices.desk import Desk
from generator.notices.households import ListRefusedError, read_households
from generator.notices.typeset import Typesetter
from generator.notices.views.distribution import FULL_NAMES, distribution
from generator.records.project import Project
from generator.records.reference import Reference
from tests.changing import having
from tests.notices import paper

HEADER = ["户主", "人口", "金额"]
ROWS = [
    ["王小丰", "4", "160.00"],
    ["欧阳秀英", "3", "120"],
    ["买买提·艾山", "5", "200.00"],
    ["张三", "1", "40"],
]
YEAR = 2024


@pytest.fixture(scope="module")
def paying(rich: Project) -> Project:
    """A record that paid 520 yuan to four households."""
    year = next(each for each in rich.distributions if each.year == YEAR)
    use = having(year.uses[-1], use="member_dividend", amount=Decimal(520), households=4)
    return having(rich, distributions=(having(year, uses=(use,)),))


def _csv(folder: Path, rows: list[list[str]], encoding: str = "utf-8-sig") -> Path:
    file = folder / "list.csv"
    with file.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows(rows)
    return file


def _xlsx(folder: Path, rows: Iterable[Iterable[object]]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def _refused(file: Path, project: Project, reference: Reference) -> list[tuple[str, int, int, str]]:
    with pytest.raises(ListRefusedError) as caught:
        read_households(file, project, YEAR, reference.vocabularies["uses"])
    found = caught.value.findings
    return [(each.code, each.spot.line, each.spot.column, each.message.zh) for each in found]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_a_list_from_any_office(encoding: str, paying: Project, reference: Reference, tmp_path: Path) -> None:
    found = read_households(
        _csv(tmp_path, [HEADER, *ROWS], encoding), paying, YEAR, reference.vocabularies["uses"]
    )
    assert [each.head for each in found.rows] == ["王小丰", "欧阳秀英", "买买提·艾山", "张三"]
    assert (found.total, found.persons, found.use) == (Decimal(520), 13, "member_dividend")


def test_a_workbook_with_numbers(paying: Project, reference: Reference, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["户 主", "人口", "金额（元）"],
        ["王小丰", 4, 160.0],
        ["李四", 3.0, 120],
        ["赵六", 2, 240],
    ]
    project = having(
        paying,
        distributions=tuple(
            having(each, uses=tuple(having(use, households=3) for use in each.uses))
            for each in paying.distributions
        ),
    )
    found = read_households(_xlsx(tmp_path, rows), project, YEAR, reference.vocabularies["uses"])
    assert [each.amount for each in found.rows] == [160, 120, 240]


PLANTED = [
    "990101197503071234",
    "110101199003074258",
    "１１０１０１１９９００３０７４２５８",
    "110101 19900307 4258",
    "13912345678",
    "139 1234 5678",
    "139-1234-5678",
    "１３９１２３４５６７８",
    "6222021234567890128",
    "6222 0212 3456 7890 128",
    "0990-1234567",
    "一三九一二三四五六七八",
]


@pytest.mark.parametrize("number", PLANTED)
@pytest.mark.parametrize("column", [1, 2, 3])
@pytest.mark.parametrize("with_name", [False, True])
def test_a_planted_number_in_any_column(
    number: str, column: int, with_name: bool, paying: Project, reference: Reference, tmp_path: Path
) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][column - 1] = f"王小丰 {number}" if with_name else number
    found = _refused(_csv(tmp_path, [HEADER, *rows]), paying, reference)
    assert (4, column) in {(line, at) for _, line, at, _ in found}
    assert all(number not in message for *_, message in found)


@pytest.mark.parametrize("name", ["身份证号", "电话", "卡号", "备注", "家庭住址", "致贫原因", "Name", ""])
def test_another_column_is_refused_by_name(
    name: str, paying: Project, reference: Reference, tmp_path: Path
) -> None:
    rows = [[*HEADER, name], *([*row, "x"] for row in ROWS)]
    found = _refused(_csv(tmp_path, rows), paying, reference)
    assert ("H002", 4) in {(code, at) for code, _, at, _ in found}
    assert not name or any(name in message for *_, message in found)


def test_other_names_of_the_three_columns_are_to_be_changed(
    paying: Project, reference: Reference, tmp_path: Path
) -> None:
    file = _csv(tmp_path, [["姓名", "人数", "钱数"], *ROWS])
    with pytest.raises(ListRefusedError) as refused:
        read_households(file, paying, YEAR, reference.vocabularies["uses"])
    found = [(each.code, each.spot.column, each.remedy.zh[:10]) for each in refused.value.findings]
    assert found == [
        ("H011", 1, "把列名改成“户主”，"),
        ("H011", 2, "把列名改成“人口”，"),
        ("H011", 3, "把列名改成“金额”，"),
    ]


def test_a_number_as_column_name(paying: Project, reference: Reference, tmp_path: Path) -> None:
    rows = [["户主", "人口", "金额", "13912345678"], *([*row, ""] for row in ROWS)]
    found = _refused(_csv(tmp_path, rows), paying, reference)
    assert {"H002", "H004"} <= {code for code, *_ in found}
    assert all("13912345678" not in message for *_, message in found)


def test_a_number_in_a_note_and_on_a_hidden_sheet(
    paying: Project, reference: Reference, tmp_path: Path
) -> None:
    file = _xlsx(tmp_path, [list(HEADER), *(list(row) for row in ROWS)])
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [HEADER, *ROWS]:
        sheet.append(row)
    sheet["A3"].comment = Comment("电话 13912345678", "x")
    book.save(file)
    assert ("H004", 3, 1) in {each[:3] for each in _refused(file, paying, reference)}
    sheet["A3"].comment = None
    hidden = book.create_sheet("备份")
    hidden.sheet_state = "hidden"
    hidden["C7"] = 13912345678
    book.save(file)
    found = _refused(file, paying, reference)
    assert ("H004", 7, 3) in {each[:3] for each in found}
    assert "C 列" in found[0][3]


def test_sums_must_equal_the_record(paying: Project, reference: Reference, tmp_path: Path) -> None:
    wrong = [*ROWS[:-1], ["张三", "1", "41"]]
    assert [code for code, *_ in _refused(_csv(tmp_path, [HEADER, *wrong]), paying, reference)] == ["H009"]
    split = [*ROWS[:-1], ["张三", "1", "30"], ["李四", "1", "10"]]
    assert [code for code, *_ in _refused(_csv(tmp_path, [HEADER, *split]), paying, reference)] == ["H010"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["合计", "13", "520"], "H005"),
        (["", "4", "10"], "H005"),
        (["王小丰", "0", "10"], "H006"),
        (["王小丰", "四", "10"], "H006"),
        (["王小丰", "4", "10.005"], "H007"),
        (["王小丰", "4", "-10"], "H007"),
        (["王小丰", "4", ""], "H007"),
    ],
)
def test_wrong_values(
    row: list[str], code: str, paying: Project, reference: Reference, tmp_path: Path
) -> None:
    found = _refused(_csv(tmp_path, [HEADER, *ROWS, row]), paying, reference)
    assert (code, 6) in {each[:2] for each in found}


@pytest.mark.parametrize(
    ("name", "data"),
    [("list.csv", b""), ("list.xlsx", b"no workbook"), ("list.doc", b"x"), ("list.csv", b"\xff\xff\xff")],
)
def test_files_that_are_no_lists(
    name: str, data: bytes, paying: Project, reference: Reference, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    assert [code for code, *_ in _refused(tmp_path / name, paying, reference)] == ["H001"]


def test_a_header_alone_is_an_empty_list(paying: Project, reference: Reference, tmp_path: Path) -> None:
    assert [code for code, *_ in _refused(_csv(tmp_path, [HEADER]), paying, reference)] == ["H008"]


def test_names_are_masked_unless_full_ones_were_asked_for(
    paying: Project, reference: Reference, tmp_path: Path, desk: Desk, typesetter: Typesetter
) -> None:
    families = read_households(_csv(tmp_path, [HEADER, *ROWS]), paying, YEAR, reference.vocabularies["uses"])
    masked = "".join(paper.pages(typesetter.pdf(distribution(paying, YEAR, desk, families), "a4", "board")))
    assert "欧阳**" in masked
    assert "王小丰" not in masked
    sheet = distribution(paying, YEAR, desk, families, full_names=True)
    full = "".join(paper.pages(typesetter.pdf(sheet, "a4", "board")))
    assert "王小丰" in full
    assert FULL_NAMES.replace("，", ",") in full


def test_five_hundred_households(
    paying: Project, reference: Reference, tmp_path: Path, desk: Desk, typesetter: Typesetter
) -> None:
    year = paying.distributions[0]
    use = having(year.uses[0], amount=Decimal("60000.00"), households=500)
    project = having(paying, distributions=(having(year, uses=(use,)),))
    rows = [["王小" + "丰兰英梅"[at % 4], str(at % 6 + 1), "120.00"] for at in range(500)]
    families = read_households(_csv(tmp_path, [HEADER, *rows]), project, YEAR, reference.vocabularies["uses"])
    pdf = typesetter.pdf(distribution(project, YEAR, desk, families), "a4", "board")
    texts = paper.pages(pdf)
    persons = sum(at % 6 + 1 for at in range(500))
    assert 4 <= len(texts) <= 8
    assert all(text.count("户主") == 3 for text in texts[1:-1]), "the header stands in each column"
    assert f"合计500户{persons}人60,000.00元" in texts[-1]
    assert paper.margins_clean(pdf, 12)
