"""Operators keep their names and codes, and the codes pass their checks."""

import re

import pytest

from generator.demo.casting import Casting
from generator.demo.operators import Operator
from generator.records.credit_code import fault


@pytest.fixture(scope="module")
def operators() -> list[Operator]:
    casting = Casting(1)
    return [
        casting.operators.business(casting.places.township(township), industry, number)
        for township in range(12)
        for industry in casting.library.industries
        for number in range(3)
    ]


def _organisation_check(nine: str) -> str:
    """GB 11714: the last character of an organisation code."""
    values = [int(each) if each.isdigit() else ord(each) - 55 for each in nine[:8]]
    rest = 11 - sum(a * b for a, b in zip(values, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def test_codes_pass_both_checks(operators: list[Operator]) -> None:
    for operator in operators:
        assert fault(operator.credit_code) is None
        assert operator.credit_code[2:8] == "990101"
        assert operator.credit_code[16] == _organisation_check(operator.credit_code[8:17])


def test_a_collective_has_a_code_of_its_kind() -> None:
    casting = Casting(1)
    operator = casting.operators.collective(casting.places.village(3))
    assert operator.credit_code.startswith("N2990101")
    assert fault(operator.credit_code) is None
    assert operator.kind == "village_collective"


def test_the_same_business_is_the_same_in_another_run(operators: list[Operator]) -> None:
    casting = Casting(1)
    last = casting.operators.business(casting.places.township(11), casting.library.industries[-1], 2)
    assert last == operators[-1]


def test_telephones_are_landlines_that_nobody_has(operators: list[Operator]) -> None:
    assert all(re.fullmatch(r"0990-123[0-9]{4}", operator.phone) for operator in operators)


def test_a_family_farm_weaves_no_baskets() -> None:
    casting = Casting(2)
    crafts = next(each for each in casting.library.industries if each.code == "crafts")
    kinds = {casting.operators.business(casting.places.township(t), crafts, 0).kind for t in range(40)}
    assert kinds <= {"cooperative", "company", "leading_enterprise", "state_company"}
