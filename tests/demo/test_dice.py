"""Chance: the same for the same key, fair, and within its bounds."""

from collections import Counter

from generator.demo.dice import Dice


def test_a_key_determines_the_draws() -> None:
    assert [Dice("a").whole(0, 999) for _ in range(3)] == [Dice("a").whole(0, 999)] * 3
    one, other = Dice("a"), Dice("b")
    assert [one.whole(0, 999) for _ in range(5)] != [other.whole(0, 999) for _ in range(5)]


def test_draws_are_those_of_every_python() -> None:
    dice = Dice("1:record:0")
    assert [dice.whole(0, 99) for _ in range(6)] == DRAWS


DRAWS = [90, 8, 94, 20, 56, 48]


def test_whole_numbers_reach_both_bounds_and_not_further() -> None:
    dice = Dice("whole")
    assert {dice.whole(3, 6) for _ in range(200)} == {3, 4, 5, 6}


def test_some_are_different_and_at_most_all() -> None:
    dice = Dice("some")
    for _ in range(50):
        drawn = dice.some("abcd", 3)
        assert len(set(drawn)) == 3
        assert sorted(dice.some("abcd", 9)) == list("abcd")


def test_weights_are_kept() -> None:
    dice = Dice("weights")
    counts = Counter(dice.weighted({"often": 9, "seldom": 1, "never": 0}) for _ in range(2000))
    assert counts["never"] == 0
    assert 120 < counts["seldom"] < 290


def test_chance_is_in_a_hundred() -> None:
    dice = Dice("chance")
    assert not any(dice.chance(0) for _ in range(100))
    assert all(dice.chance(100) for _ in range(100))
    assert 380 < sum(dice.chance(25) for _ in range(2000)) < 620
