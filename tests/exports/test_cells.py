import json
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.exports import cells


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_harmless(text: str) -> None:
    csv, _, xml, _ = cells.text(text)
    assert csv.lstrip('"').startswith("'")
    assert xml.startswith(('<c t="str">', '<c t="inlineStr">'))


def test_numbers_stay_numbers() -> None:
    assert cells.money(Decimal("-12.50"))[0] == "-12.50"


@given(st.text())
def test_a_sheet_keeps_any_text(text: str) -> None:
    element = ElementTree.fromstring(cells.xml_text(text))
    kept = element.findtext("v") or element.findtext("is/t") or ""
    allowed = "".join(each if each in "\t\n\r" or each >= " " else "\ufffd" for each in text)
    allowed = allowed.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert kept == allowed.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(st.sampled_from('甲a,"&<>= +-@\n\r\t\\\x01\ufffe')))
def test_the_short_way_writes_what_the_long_way_does(text: str) -> None:
    csv, coded, xml, told = (cells.as_bytes(form).decode() for form in cells.text(text))
    assert told == coded
    assert (csv, coded, xml) == (
        cells.csv_text(text),
        json.dumps(text, ensure_ascii=False),
        cells.xml_text(text),
    )


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.decimals(-1, 1, places=6))
@example(Decimal("1.2E+6"))
@example(Decimal("5E-9"))
@example(Decimal("0E+3"))
def test_numbers_are_told_with_their_digits_everywhere(value: Decimal) -> None:
    for make in (cells.money, cells._quantity):
        csv, coded, xml, told = make(value)
        assert Decimal(csv) == value
        assert "E" not in csv
        assert coded == told == csv
        assert f"<v>{csv}</v>" in xml
        assert json.loads(told) == float(value)


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (1, "≤3"), (3, "≤3"), (4, "4")])
def test_households(number: int, shown: str) -> None:
    assert cells.households(number)[0] == cells.octets(shown)


def test_equal_amounts_keep_their_own_digits() -> None:
    for make in (cells.money, cells._quantity):
        shown = [make(Decimal(stated))[0] for stated in ("100.00", "100", "100.0")]
        assert shown == ["100.00", "100", "100.0"]
