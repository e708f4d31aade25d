from generator.search.sounds import characters, sounds


def test_a_character_stands_under_each_of_its_readings() -> None:
    found = sounds(characters(["柳湾村", "红柳村", "银行", "A合作社"]))["characters"].split(" ")
    assert {"liu柳", "wan湾", "hong红"} <= set(found)
    assert [group for group in found if "行" in group][:2] == ["hang行", "heng行"]
    assert "xing行" in found
    assert not any(group.startswith("a") and len(group) == 1 for group in found)


def test_the_same_names_sound_the_same() -> None:
    names = ["东河镇柳湾村", "重庆村", "长山村", "长大村"]
    assert characters(names) == characters(reversed(names))


def test_what_needs_no_reading_is_no_character() -> None:
    assert characters(["SL-2023（一）"]) == "一"
