"""Private numbers are found in any spelling; the register's own numbers are not taken for them."""

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.privacy import Kind, masked, private_numbers
from tests.records.privacy import planting
from tests.records.privacy.harmless import documents

RECORDS = sorted((Path(__file__).parents[1]).glob("*.yaml"))


def _found(text: str, start: int, end: int, kind: Kind) -> bool:
    return any(
        number.kind is kind and number.start <= start and end <= number.end
        for number in private_numbers(text)
    )


def _assert_found(before: str, number: str, after: str, kind: Kind) -> None:
    text = before + number + after
    assert _found(text, len(before), len(before) + len(number), kind), text
    covered = masked(text)
    assert len(covered) == len(text)
    assert covered.count("\n") == text.count("\n")
    assert not re.search(r"\d", covered[len(before) : len(before) + len(number)])
    assert covered.startswith(before.rstrip("+0")[: len(before) - 4])


@settings(max_examples=400, deadline=None)
@given(st.data(), planting.identities(), planting.before, planting.after)
def test_identity_numbers(data: st.DataObject, number: str, before: str, after: str) -> None:
    spelled = data.draw(planting.spelled(number, planting.IDENTITY_SHAPES))
    _assert_found(before, spelled, after, Kind.IDENTITY)


@settings(max_examples=400, deadline=None)
@given(st.data(), planting.mobiles, planting.before, planting.after)
def test_mobile_numbers(data: st.DataObject, number: str, before: str, after: str) -> None:
    # `130 20240110` is a number and a day to whoever reads it (docs/decisions/0004-private-numbers.md).
    dated = re.fullmatch(r"20(1[5-9]|[2-4]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])", number[3:])
    shapes = [shape for shape in planting.MOBILE_SHAPES if shape != (3, 8) or not dated]
    spelled = data.draw(planting.spelled(number, shapes))
    _assert_found(before, spelled, after, Kind.MOBILE)


@settings(max_examples=400, deadline=None)
@given(st.data(), planting.cards(), planting.before, planting.after)
def test_card_numbers(data: st.DataObject, number: str, before: str, after: str) -> None:
    spelled = data.draw(planting.spelled(number, planting.card_shapes(len(number))))
    _assert_found(before, spelled, after, Kind.CARD)


@pytest.mark.parametrize(
    "text",
    [
        "+86 138 0013 8000",
        "+8613800138000",
        "0086-138-0013-8000",
        "86 13800138000",
        "013800138000",
        "138.0013.8000",
        "1.13800138000",
        "TEL13800138000",
        "手机 138 001 38 000",
        "130 20000110",
        "13800138000/13800138000",
        "13800138000 13800138000",
        "hotlines: [12317, 13800138000]",
        'note: "\\u0031380013\\x38000"',
        "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎 １",
    ],
)
def test_mobile_numbers_with_company(text: str) -> None:
    assert {number.kind for number in private_numbers(text)} == {Kind.MOBILE}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("账号：20145678901234", Kind.CARD),
        ("收款账户 2014 5678 9012", Kind.CARD),
        ("身份证号 110105194912310021", Kind.IDENTITY),
        ("身份证：110105491231002", Kind.IDENTITY),
        ("4111111111111111", Kind.CARD),
        ("378282246310005", Kind.CARD),
        ("姓名张某99010119780512402013800138000", Kind.IDENTITY),
        ("99010119850923131x", Kind.IDENTITY),
    ],
)
def test_numbers_told_by_words_or_other_issuers(text: str, kind: Kind) -> None:
    assert kind in {number.kind for number in private_numbers(text)}


@pytest.mark.parametrize(
    "text",
    [
        "note: 张三 11010119900307451X 负责打包",
        "11010519491231002１",
        "110105194912310021",
        "1101051949123100Ⅹ 110105194912310021",
        "李某110105200108150021",
        "41142319920315001x",
        "账号 110105194912310021",
        "id: 110105194912310021",
    ],
)
def test_mistyped_identity_numbers(text: str) -> None:
    (number,) = private_numbers(text)
    assert number.kind is Kind.IDENTITY
    assert not re.search(r"\d[\dXx]{17}", masked(text))


@settings(max_examples=400, deadline=None)
@given(planting.mistyped(), planting.before, planting.after)
def test_mistyped_identity_numbers_anywhere(number: str, before: str, after: str) -> None:
    _assert_found(before, number, after, Kind.IDENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "990101101203",
        "0990-1234567",
        "12317",
        "2023-02-10 2023-02-20",
        "20230210 20230220",
        "2023-02-10, 2023-02-20, 2023-03-01",
        "amount: 1380013.80",
        "138001380.00",
        "SL-138-0013-8000",
        "ZC13800138000",
        "HT-2023-13800138000",
        "192.168.100.10",
        "113.65412345",
        "150-2024-03-01",
        "150 20240301",
        "HT110105194912310021",
        "SL-ZC-110105194912310021",
        "11010519491231002XA",
        "110105 19491231 0021",
        "110105-19491231-0021",
        "110105201603010021",
        "110105189912310021",
        "110105194913310021",
        "990101194912310021",
        "411423200201010001",
        "411423201312150042",
        "521313199703070004",
        "4111111111111112",
        "41142310120100012",
        "411423101201000118",
        "账户收到 2024-12-20",
        "村集体账户，电话 0990-1234567",
        "13800138000A",
        "hotlines:\n  - 0990-1234567\n  - 0990-1234548",
    ],
)
def test_numbers_of_the_register_pass(text: str) -> None:
    assert private_numbers(text) == []
    assert masked(text) == text


def test_twenty_thousand_documents_without_private_numbers() -> None:
    chance = random.Random(20251120)
    wrong = [text for text in documents(chance, 20_000) if private_numbers(text)]
    assert wrong == []


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_records_have_none(file: Path) -> None:
    assert private_numbers(file.read_text("utf-8")) == []


def test_a_clean_text_passes_in_microseconds() -> None:
    text = (RECORDS[0].read_text("utf-8") * 2)[:3000]
    text = text.encode()[:3000].decode(errors="ignore")
    best = min(_seconds(lambda: private_numbers(text)) for _ in range(200))
    assert best < 60e-6, f"{best * 1e6:.0f} µs; 15 µs on a quiet machine"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_a_hostile_text_takes_no_time() -> None:
    texts = ["1" * 50_000, "1 " * 50_000, "1" + " " * 100_000, "1-\n" * 30_000, "6222 " * 20_000]
    start = time.perf_counter()
    for text in texts:
        private_numbers(text)
    assert time.perf_counter() - start < 10
