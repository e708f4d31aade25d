from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.columns import Columns
from generator.search.mentions import Mentions
from generator.search.naming import Naming, listed, short
from generator.search.norm import norm
from tests.rows import changed
from tests.search.county import curated


def _mentioned(row: Row, reference: Reference, *names: str) -> set[str]:
    columns = Columns([row], reference)
    owns = columns.own_names() | columns.levels()
    mentions = Mentions(Naming(listed([*owns, *names])), map(norm, owns))
    return {name for _, found in mentions.of(columns) for name in found}


def _row() -> tuple[Row, str, Reference]:
    rows, reference = curated()
    row = next(row for row in rows if reference.places[row.place].level == "village")
    return changed(row, operator="新田农场"), reference.places[row.place].name, reference


def test_a_name_in_a_text_is_mentioned_but_not_the_rows_own() -> None:
    row, village, reference = _row()
    told = changed(row, scope=f"{village}与禾丰合作社共建，由新田农场运营")
    assert _mentioned(told, reference, "禾丰合作社") == {"禾丰合作社"}
    assert _mentioned(changed(row, scope="新建冷库"), reference, "禾丰合作社") == set()


def test_a_name_may_go_over_the_edge_of_a_rows_own() -> None:
    row, village, reference = _row()
    for scope, name in (
        (f"由{village}果业公司共建", f"{village}果业公司"),
        (f"由大{village}共建", f"大{village}"),
        (f"由{village}新田农场共建", f"{village}新田农场"),
        ("由新田农场二社共建", "农场二社"),
    ):
        assert name in _mentioned(changed(row, scope=scope), reference, name), scope


def test_a_name_in_a_documents_number_is_mentioned() -> None:
    row, _, reference = _row()
    told = changed(row, documents=("云河镇〔2020〕3号",))
    assert _mentioned(told, reference, "云河镇") == {"云河镇"}


def test_names_with_other_signs_are_not_listed() -> None:
    assert listed(["禾丰（镇）合作社", "K7农场", "禾", "禾 丰"]) == {"禾丰"}
    assert [short(place) for place in ("柳湾村", "云河镇", "南街街道", "镇")] == ["柳湾", "云河", "南街", ""]
