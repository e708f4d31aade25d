from hypothesis import given
from hypothesis import strategies as st

from generator.search.texts import Own, Shapes, serial, texts
from tests.search import read_back

_TEXT = st.text(alphabet="村集体投入新建 0123456789，、（）.万元柳湾SL-", max_size=30)


@given(st.lists(_TEXT, min_size=1, max_size=8))
def test_any_texts_read_back_in_any_order(values: list[str]) -> None:
    order = sorted(range(len(values)), key=lambda at: values[at][::-1])
    column = texts(values, [Own()] * len(values), order)
    assert read_back.texts(column, order, lambda row, mark: mark) == values


def test_what_a_text_repeats_of_its_record_is_marked_and_comes_back() -> None:
    own = Own("东河镇柳湾村", "东河镇", "柳湾合作社", "2023", serial("SL-2023-0042"))
    text = "2023 年柳湾合作社在东河镇柳湾村建库 0042 座，投入 143.6 万元，另 1143.6 万元、2143.6万元，东河镇"
    column = texts([text], [own], [0])
    assert "柳湾" not in column["w"]
    stands_for = dict(
        zip(
            "\x02\x03\x04\x05\x06",
            (own.place, own.township, own.operator, own.year, "0042"),
            strict=True,
        )
    )
    assert read_back.texts(column, [0], lambda row, mark: stands_for[mark]) == [text]


def test_control_characters_are_never_taken_for_marks() -> None:
    column = texts(["甲\x04乙\n丙"], [Own(operator="社")], [0])
    assert read_back.texts(column, [0], lambda row, mark: "社") == ["甲乙 丙"]


def test_alike_texts_cost_little() -> None:
    many = [f"新建保鲜库 {at} 座，库容 {at * 10} 吨" for at in range(1000)]
    column = texts(many, [Own()] * 1000, range(1000))
    assert column["w"].count("\n") == 2
    assert len(column["w"]) + len(column["i"]) + sum(map(len, column["n"])) < 10_100


def test_alike_phrases_of_different_texts_are_one_object() -> None:
    """Those of a hundred thousand texts took up more than all else in the index."""
    one, other = Shapes.of(["修建水渠，长3米"]), Shapes.of(["修路，修建水渠"])
    [[first, *_]], [[*_, last]] = one.phrases.values(), other.phrases.values()
    assert first == last == "修建水渠"
    assert first is last
