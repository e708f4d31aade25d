import pytest

from generator.pages import address
from generator.records.places import Place


def test_a_folder_holds_a_thousand_projects() -> None:
    assert address.project_address("SL-2023-0042") == "projects/SL-2023-0/SL-2023-0042.html"
    assert address.project_address("SL-2023-123456") == "projects/SL-2023-123/SL-2023-123456.html"


def test_the_first_page_of_a_list_is_its_index() -> None:
    assert address.paged("lists/latest") == "lists/latest/index.html"
    assert address.paged("lists/latest", 3) == "lists/latest/3.html"


def test_a_place_is_addressed_by_its_code() -> None:
    assert address.place_address(Place("990101101202", "东河村")) == "places/990101/990101101202.html"
    assert address.place_address(Place("990101101000", "东河镇")) == "places/990101/990101101.html"


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("index.html", "lists/latest/index.html", "lists/latest/index.html"),
        ("about.html", "index.html", "index.html"),
        ("mechanisms/employment.html", "rules/M001/index.html", "../rules/M001/index.html"),
        ("places/990101/2.html", "places/990101/index.html", "../../places/990101/index.html"),
    ],
)
def test_links_are_relative(source: str, target: str, link: str) -> None:
    assert address.relative(source, target) == link


def test_an_operator_keeps_its_address_by_code_or_name() -> None:
    assert address.operator_key("柳湾合作社", "93990101MA0000001Q") == "93990101MA0000001Q"
    digest = address.operator_key("柳湾合作社", None)
    assert digest == address.operator_key("柳湾合作社", None)
    assert digest != address.operator_key("东河合作社", None)
    assert digest.isascii()


def test_lists_of_which_there_are_many_share_folders() -> None:
    stem = address.operator_folder("93990101MA0000001Q")
    assert address.paged(stem) == "lists/operator-Q/93990101MA0000001Q.html"
    assert address.paged(stem, 2) == "lists/operator-Q/93990101MA0000001Q-2.html"


@pytest.mark.parametrize("stem", ["lists/latest", "lists/operator-Q/x", "places/990101/990101101"])
def test_every_page_of_a_list_stands_two_folders_deep(stem: str) -> None:
    assert {address.paged(stem, page).count("/") for page in (1, 2, 30)} == {2}
