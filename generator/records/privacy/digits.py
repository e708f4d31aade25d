"""What digits can be: an identity number, a mobile number, the number of a bank card.

Numbers of the register must not be mistaken for these: dates, amounts, division codes and asset codes
made from them, credit codes. So a check digit alone is never enough; see each function for what else.
"""

import re
from datetime import date

from generator.records.credit_code import check_character

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_OLDEST = 1900
_LATEST = 2049
LATEST_BIRTH = 2015
"""A code made of place, day and number, like 990101-20230301-0042, looks like a later birth."""
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)

_ISSUERS = re.compile(
    r"""
    62\d{14,17} | 60\d{14,17} | 6[589]\d{14,17} | 64[4-9]\d{13,16} | 955[89]\d{12,15}
    | 4(?:\d{12}|\d{15}|\d{18}) | 5[1-5]\d{14} | 2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}
    | 3[47]\d{13} | 35\d{14} | 3(?:0[0-59]|[689]\d)\d{11}
    """,
    re.VERBOSE,
)
_DIVISION = re.compile(r"[1-9]\d(?:0[1-9]|[12]\d|3[01]|90)(?:[0-4]\d|[789]\d)[0-5]\d\d(?:000|[23]\d\d)\d+")
_UNION_PAY = ("62", "955")
_PROVINCE = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
_OF_A_PROVINCE = re.compile(_PROVINCE)
_OF_AN_INSTITUTION = re.compile(rf"(?:1[1239]|5[12349]){_PROVINCE}")
"""How a credit code of digits begins that may stand in a register."""

_FIRST_TOWNSHIPS = "20"
"""As 199 is no township's code and 200 and 201 are, only births since 2000 look like a division code."""


def is_identity(digits: str) -> bool:
    """Whether 18 characters are an identity number: a birthday from 1900 on, and the check character."""
    return born(digits) is not None and digits[17] == identity_check(digits)


def is_mistyped(digits: str) -> bool:
    """Whether 18 characters without the right check character are still an identity number, mistyped.

    They begin with a province and have the birthday of someone who is grown or young by now. A credit code
    of digits, a bank card and a code that begins with a village's division code are none.
    """
    day = born(digits)
    if day is None or day.year > LATEST_BIRTH or not _OF_A_PROVINCE.match(digits):
        return False
    if _OF_AN_INSTITUTION.match(digits) and check_character(digits[:17]) == digits[17]:
        return False
    if digits.startswith(_FIRST_TOWNSHIPS, 6) and _DIVISION.match(digits):
        return False
    return not is_card(digits)


def identity_check(digits: str) -> str:
    """The check character of the first 17 digits of an identity number."""
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11]


def born(digits: str) -> date | None:
    """The birthday in an identity number, or None where there can be none."""
    if digits[0] == "0" or not _OLDEST <= int(digits[6:10]) <= _LATEST:
        return None
    try:
        return date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return None


def is_mobile(digits: str) -> bool:
    """Whether 11 digits can be a mobile number."""
    return len(digits) == 11 and digits[0] == "1" and digits[1] in "3456789"


def is_card(digits: str) -> bool:
    """Whether digits are the number of a bank card: an issuer's, of its length, with the check digit.

    A code that begins with a village's division code is taken for what it is, and so is a credit code
    of digits only.
    """
    if not _ISSUERS.fullmatch(digits) or not luhn(digits):
        return False
    if len(digits) == 18 and check_character(digits[:17]) == digits[17]:
        return False
    long_card = len(digits) > 16 and digits.startswith(_UNION_PAY)
    return long_card or not _DIVISION.fullmatch(digits)


def luhn(digits: str) -> bool:
    """Whether the last digit is right by the Luhn formula."""
    total = sum(map(int, digits[-1::-2])) + sum(_DOUBLED[int(digit)] for digit in digits[-2::-2])
    return total % 10 == 0
