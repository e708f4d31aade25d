"""Which texts each kind of value accepts, and what it makes of them."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.records import scalars

KINDS = (
    scalars.Money,
    scalars.Rate,
    scalars.Quantity,
    scalars.Count,
    scalars.Year,
    scalars.Day,
    scalars.Flag,
    scalars.PlaceCode,
    scalars.Line,
    scalars.Prose,
    scalars.ProjectId,
)


def accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "value", [None, 1, 1.5, True, b"1", [], ["1"], {}, {"a": "1"}, date(2023, 3, 1)], ids=repr
)
@pytest.mark.parametrize("kind", KINDS)
def test_only_texts_are_taken(kind: Any, value: object) -> None:
    assert not accepts(kind, value)


def test_equal_amounts_keep_their_own_digits() -> None:
    amount = TypeAdapter(scalars.Money)
    for text in ("960000", "960000.00", "960000.0", "960000", "960000.00"):
        made = amount.validate_python(text)
        assert (type(made), str(made)) == (Decimal, text)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (
            scalars.Money,
            ["0", "-1", "1.5", "12345678901234.99"],
            ["", "01", "1.", ".5", "1.234", "1e3", "1\n", "１"],
        ),
        (scalars.Rate, ["6", "3.4567", "-1"], ["3.45678", "6%", "1234567890"]),
        (scalars.Count, ["0", "123456789"], ["-1", "1.0", "007", "1 ", "٣"]),
        (scalars.Year, ["2000", "2099"], ["1999", "2100", "２０２３", "20233"]),
        (
            scalars.Day,
            ["2024-02-29", "0001-01-01"],
            ["2023-02-29", "2023-2-3", "20230203", "2023-02-03T00:00:00"],
        ),
        (scalars.Flag, ["true", "no", "是"], ["True", "1", "对", ""]),
        (scalars.PlaceCode, ["990101101201"], ["99010110120", "9901011012011", "９９０１０１１０１２０１"]),
        (scalars.Line, ["a", " a ", "字" * 120], ["", " ", "\u3000", "字" * 121, " " * 121]),
        (scalars.Prose, ["a\nb", "字" * 2000], ["", "\n", "字" * 2001]),
        (
            scalars.ProjectId,
            ["SL-2023-0042"],
            ["sl-2023-0042", "SL-2023-0042\n", "SL-2023-042", "XSL-1923-0042"],
        ),
    ],
)
def test_what_is_accepted(kind: Any, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not accepts(kind, text)] == []
    assert [text for text in bad if accepts(kind, text)] == []


def test_blank_is_what_python_calls_blank() -> None:
    line = TypeAdapter(scalars.Line)
    taken = []
    for code in range(0x10000):
        if not 0xD800 <= code <= 0xDFFF:
            try:
                line.validate_python(chr(code))
            except ValidationError:
                assert chr(code).isspace(), hex(code)
            else:
                taken.append(code)
    assert not [hex(code) for code in taken if chr(code).isspace()]


def test_rates_and_quantities_are_read_alike() -> None:
    """The columns of open data are told apart by how their values are read."""
    assert get_args(scalars.Rate)[1] == get_args(scalars.Quantity)[1] != get_args(scalars.Money)[1]
