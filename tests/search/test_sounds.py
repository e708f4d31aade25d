from generator.search.sounds import sounds


def test_characters_stand_with_their_syllable_and_odd_names_apart() -> None:
    found = sounds(["柳湾村", "红柳村", "银行", "银行", "行宫村", "A合作社"])
    groups = dict.fromkeys(found["characters"].split(" "))
    assert "liu柳" in groups
    assert "wan湾" in groups
    assert "hang行" in groups or "xing行" in groups
    assert len(found["names"]) == 1
    assert not any(group == "a" for group in groups)


def test_the_same_names_sound_the_same() -> None:
    names = ["东河镇柳湾村", "重庆村", "长山村", "长大村"]
    assert sounds(names) == sounds(reversed(names))
