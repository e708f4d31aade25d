"""What a row keeps for few readers is packed into little room, and comes out as it went in."""

from datetime import date
from typing import Any

from generator.records.details import Details

ALL: dict[str, Any] = {
    "documents": ("示财农〔2023〕12号", "A\n1"),
    "beneficiaries": (("employment", 18), ("employment", 0)),
    "assets": ((0, "ZC-1"), (300, "资产二")),
    "conditions": ("idle", "normal"),
    "agreements": ("SL-XY-2023-0042", "协议 𠮷"),
    "notices": (("before", date(2023, 2, 10), date(2023, 2, 20)),),
}


def test_details_come_out_as_they_went_in() -> None:
    found = Details(Details.packed(**ALL))
    assert {name: getattr(found, name) for name in ALL} == ALL


def test_details_may_be_missing() -> None:
    found = Details(Details.packed())
    assert not any(getattr(found, name) for name in ALL)


def test_equal_details_are_packed_equally_however_they_were_made() -> None:
    assert Details.packed(**_again(ALL)) == Details.packed(**ALL)
    assert Details.packed(**{**ALL, "documents": ("别的",)}) != Details.packed(**ALL)


def _again(value: Any) -> Any:
    """An equal value whose texts are other objects."""
    if isinstance(value, dict):
        return {name: _again(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [_again(each) for each in value]
    return value[:1] + value[1:] if isinstance(value, str) else value
