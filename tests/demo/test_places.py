"""The division tree: codes, names and sizes."""

from collections import Counter

import pytest

from generator.demo.phrases import Phrases
from generator.demo.places import PREFIX, TOWNSHIPS, VILLAGES, Places, founded, listed


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(1, Phrases())


@pytest.fixture(scope="module")
def lines(places: Places) -> list[list[str]]:
    return [line.split(",") for line in places.table(VILLAGES)][1:]


def test_the_largest_county_has_every_code_once_and_in_order_of_the_tree(lines: list[list[str]]) -> None:
    codes = [line[0] for line in lines]
    assert codes == sorted(codes)
    assert len(set(codes)) == len(codes) == 1 + TOWNSHIPS + VILLAGES
    assert all(len(code) == 12 and code.startswith(PREFIX) for code in codes)


def test_towns_and_townships_have_the_codes_of_their_kind(lines: list[list[str]]) -> None:
    for code, name, *_ in lines:
        if code[9:] == "000" and code[6:9] != "000":
            assert name.endswith("镇") == (100 <= int(code[6:9]) <= 199)
            assert name.endswith("乡") == (200 <= int(code[6:9]) <= 399)


def test_names_are_unique(lines: list[list[str]]) -> None:
    assert Counter(name for _, name, *_ in lines).most_common(1)[0][1] == 1


def test_no_township_has_more_than_forty_villages(lines: list[list[str]]) -> None:
    villages = Counter(code[:9] for code, *_ in lines if code[9:] != "000")
    assert max(villages.values()) <= 40
    assert min(villages.values()) >= 4


def test_a_township_is_the_sum_of_its_villages(lines: list[list[str]]) -> None:
    sums: dict[str, int] = Counter()
    for code, _, households, *_ in lines:
        if code[9:] != "000":
            sums[code[:9]] += int(households)
    stated = {
        code[:9]: int(households) for code, _, households, *_ in lines if code[9:] == "000" and households
    }
    assert stated == sums


def test_parts_are_smaller_than_the_whole(lines: list[list[str]]) -> None:
    for _, _, households, lifted, monitored in lines[1:]:
        assert 0 < int(lifted) + int(monitored) < int(households)


@pytest.mark.parametrize(
    ("records", "villages", "inside"), [(1, 1, 6), (31, 7, 11), (120, 24, 24), (10**6, VILLAGES, VILLAGES)]
)
def test_villages_grow_with_the_records(records: int, villages: int, inside: int) -> None:
    assert (founded(records), listed(records)) == (villages, inside)


def test_neighbours_are_of_the_same_township_and_known(places: Places) -> None:
    village = places.village(8)
    near = places.neighbours(village, 4000)
    assert village in near
    assert {each.township.number for each in near} == {village.township.number}
    assert all(each.number < 10 for each in places.neighbours(village, 10))


def test_a_place_does_not_depend_on_what_was_asked_before(places: Places) -> None:
    assert Places(1, Phrases()).village(777) == places.village(777)
