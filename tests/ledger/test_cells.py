"""Cells of our workbook as XML."""

from decimal import Decimal

from generator.ledger import cells


def test_equal_amounts_keep_their_own_digits() -> None:
    """Whichever was written first in this process."""
    for text in ("960000", "960000.00", "960000", "960000.0"):
        assert cells._cell(Decimal(text)) == f"><v>{text}</v></c>"


def test_more_digits_than_a_spreadsheet_keeps_are_text() -> None:
    assert cells._cell(Decimal("99999999999999.99")) == ' t="str"><v>99999999999999.99</v></c>'
    assert cells._cell(Decimal("1234567890123.5")) == "><v>1234567890123.5</v></c>"
