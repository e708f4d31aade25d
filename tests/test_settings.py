from datetime import date
from pathlib import Path

import pytest

from generator.pages.printed import KINDS
from generator.reading import misset
from generator.settings import (
    FontChoice,
    Licence,
    NoticeSettings,
    Publisher,
    Settings,
    SettingsError,
    SheetChoice,
    load,
)

_BEFORE = "extra:\n  gongshi:\n    county: 某县\n"


def _root(tmp_path: Path, text: str) -> Path:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    return tmp_path


def test_reads_the_section_and_the_folders(tmp_path: Path) -> None:
    text = "site_name: 某县\nsite_url: https://example.org/a/\n"
    text += "extra: {gongshi: {county: 某县, as_of: 2025-11-20}}"
    settings = load(_root(tmp_path, text))
    assert (settings.county, settings.site_name) == ("某县", "某县")
    assert settings.as_of == date(2025, 11, 20)
    assert settings.site_url == "https://example.org/a/"
    assert (settings.docs_dir, settings.site_dir) == ("site_src", "site")
    assert settings.publisher.icp is None


def test_passes_over_the_tags_of_other_plugins(tmp_path: Path) -> None:
    text = "markdown_extensions: [{x: !!python/name:os.system }]\nhook: !ENV [A, b]\n"
    text += "extra: {gongshi: {county: 某县}}"
    assert load(_root(tmp_path, text)).county == "某县"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "extra.gongshi"),
        ("- a", "extra.gongshi"),
        ("extra: {gongshi: {}}", "county"),
        ("extra: {gongshi: {county: 某县, colour: red}}", "colour"),
        ("extra: {gongshi: {county: 某县, as_of: soon}}", "“soon”。日期要在 2000-01-01 到 2099-12-31 之间"),
        ("extra: {gongshi: {county: 某县, as_of: 1969-01-01}}", "“1969-01-01”。日期要在 2000-01-01 到"),
        ("extra: {gongshi: {county: 某县, as_of: 0001-01-01}}", "“0001-01-01”。日期要在"),
        ("extra: {gongshi: {county: 某县, as_of: 2100-01-01}}", "“2100-01-01”。日期要在"),
        ("extra: {gongshi: {county: 某县, as_of: 2025-02-30}}", "“2025-02-30”。日期要在"),
        ("extra: {gongshi: {county: 某县, page_size: 3}}", "page_size"),
        ("a: [", "mkdocs.yml"),
    ],
)
def test_tells_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        load(_root(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            _BEFORE + "    demonstration: 否\n",
            "第 4 行第 20 列：demonstration（是不是示例数据）写的是“否”。请写 true",
        ),
        (_BEFORE + "    demonstration: 'false'\n", "第 4 行第 20 列：demonstration"),
        (_BEFORE + "    demonstration:\n", "demonstration（是不是示例数据）是空的。请写 true"),
        (_BEFORE.replace("county", "couty"), "第 3 行第 5 列：没有 couty 这个设置。是不是 county（县名）？"),
        (_BEFORE.replace("county", "couty"), "第 2 行第 3 列：缺 county（县名）。请加上一行"),
        (_BEFORE.replace("某县", "yes"), "county（县名）写的是“yes”。要写一段文字"),
        (_BEFORE + "    页面: 1\n", "没有 页面 这个设置。删掉这一行，或者改成这里有的：county（县名）、"),
        (
            _BEFORE + "    page_size: 3\n",
            "第 4 行第 16 列：page_size（一页列多少条）写的是“3”。请写 10 到 500",
        ),
        (
            _BEFORE + "    as_of: 2025-02-30\n",
            "第 4 行第 12 列：as_of（网站按哪一天算）写的是“2025-02-30”。日期要在 2000-01-01 到",
        ),
        (_BEFORE + "    publisher: {phone: 8123456}\n", "publisher.phone（办公电话）写的是“8123456”"),
        (_BEFORE + "    publisher:\n      name：某局\n", "第 5 行第 11 列：“name”后面用的是中文冒号"),
        (_BEFORE + "    publisher: {phone: 13812345678}\n", "publisher.phone（办公电话）写的是“***********”"),
        (_BEFORE + "    notices: {margins: wide}\n", "可以写：board：张贴用，gb：公文版心。"),
        (
            _BEFORE + "    notices: {sheets: [{kind: all}]}\n",
            "notices.sheets.kind（哪种打印件）写的是“all”。可以写：before",
        ),
        (_BEFORE + "    notices: {sheets: [{kind: case, papers: [a5]}]}\n", "写的是“a5”。可以写：a4，a3。"),
        (_BEFORE.replace("gongshi:", "gongshi："), "第 2 行第 10 列：“gongshi”后面用的是中文冒号"),
        (_BEFORE.replace("county: ", "county："), "第 3 行第 11 列：“county”后面用的是中文冒号"),
        (_BEFORE.replace("gongshi", "gonshi"), "第 2 行第 3 列：“gonshi”是不是 gongshi？"),
        ("gongshi:\n  county: 某县\n", "“gongshi”要写在 extra 下面"),
        ("extra: 1", "没有 extra.gongshi 一节"),
        ("a: : b\n", "第 1 行第 4 列：一行里有两处“冒号加空格”"),
        (
            _BEFORE + "    demonstration true\n    page_size: 50\n",
            "第 4 行第 5 列：这一行“demonstration true”没有冒号",
        ),
        ("x: !!python/name:a.b ''\n" + _BEFORE + "    colour: red\n", "第 5 行第 5 列：没有 colour"),
    ],
)
def test_tells_where_and_how_to_mend_it(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(_root(tmp_path, text))
    assert told in str(raised.value)
    assert "mkdocs.yml" in str(raised.value)
    assert not [word for word in ("valid", "Field", "mapping", "expected") if word in str(raised.value)]


def test_tells_that_the_file_is_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(_BEFORE.encode("gbk"))
    with pytest.raises(SettingsError, match="UTF-8"):
        load(tmp_path)


def test_the_names_are_those_of_the_settings() -> None:
    own = {"counties", "site_name", "site_url", "docs_dir", "site_dir"}
    assert {part: set(names) for part, names in misset.NAMES.items()} == {
        "": set(Settings.model_fields) - own,
        "publisher": set(Publisher.model_fields),
        "notices": set(NoticeSettings.model_fields),
        "notices.sheets": set(SheetChoice.model_fields),
        "notices.fonts": set(FontChoice.model_fields),
        "licence": set(Licence.model_fields),
    }
    assert KINDS.items() <= misset.WORDS.items()


def test_tells_that_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--root"):
        load(tmp_path)
