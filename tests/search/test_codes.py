import pytest

from generator.search.codes import credit_codes
from tests.search.county import curated


def test_checks_and_heads_are_not_written() -> None:
    rows, _ = curated()
    values = [row.credit_code or "" for row in rows]
    column = credit_codes(values, [row.operator for row in rows])
    plain = {value for value in values if value}
    assert plain
    assert not any(value[10:] in column["bodies"] for value in plain)
    assert len(column["bodies"]) % 6 == 0
    assert set(column["odd"].split("\n")) <= {""}


@pytest.mark.parametrize("odd", ["12345", "91990101MA6JAC4Q00", "", "9199010１MA6JAC4Q03"])
def test_what_is_no_code_is_kept_as_it_is(odd: str) -> None:
    column = credit_codes([odd], ["甲"])
    assert column["odd"] == odd
    assert column["bodies"] == ""
