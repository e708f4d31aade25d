"""What is said of files that lie among the records and are none."""

import pytest

from generator.findings.finding import Grade
from generator.reading.unread import unread


@pytest.mark.parametrize(
    ("name", "right"),
    [("SL-2024-0001.yaml.txt", "SL-2024-0001.yaml"), ("SL-2024-0001.TXT", "SL-2024-0001.yaml")],
)
def test_what_notepad_has_added(name: str, right: str) -> None:
    found = unread(f"data/projects/2024/{name}")
    assert (found.code, found.grade) == ("Y033", Grade.WARNING)
    assert (found.spot.file, found.path, found.record) == (f"data/projects/2024/{name}", (), None)
    assert "记事本" in found.message.zh
    assert f"把名字改成 {right}。" in found.remedy.zh
    assert right in found.remedy.en


@pytest.mark.parametrize("name", ["名单.csv", "SL-2024-0001.yml.bak", "SL-2024-0001.YAML"])
def test_other_files(name: str) -> None:
    found = unread(f"data/projects/{name}")
    assert "记事本" not in found.message.zh
    assert ".yaml 结尾" in found.message.zh
    assert "移到 data/projects 外面" in found.remedy.zh
