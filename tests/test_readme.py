"""What the README says of the repository is so."""

import re
from typing import Any

import pytest
import yaml

from generator.checks.catalogue import FAMILIES
from tests.county import ROOT

READMES = ("README.md", "README.zh-CN.md")


def _within(part: Any, whole: Any) -> bool:
    """Whether a part of a record stands in it: mappings and lists may be shortened, values may not."""
    if isinstance(part, dict):
        return all(key in whole and _within(value, whole[key]) for key, value in part.items())
    if isinstance(part, list):
        return all(any(_within(each, other) for other in whole) for each in part)
    return bool(part == whole)


@pytest.mark.parametrize("name", READMES)
def test_the_record_that_is_shown_is_one_of_the_repository(name: str) -> None:
    shown = yaml.safe_load(
        re.findall(r"```yaml\n(id: .*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)[0]
    )
    record = ROOT / "data" / "projects" / f"{shown['id']}.yaml"
    assert _within(shown, yaml.safe_load(record.read_text("utf-8")))


@pytest.mark.parametrize("name", READMES)
def test_commands_are_found_where_make_puts_them(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"(?m)^\$ gongshi|^\d\. `gongshi", text)


def test_the_help_page_tells_every_family_of_rules() -> None:
    page = (ROOT / "site_src" / "help" / "rules.md").read_text("utf-8")
    assert set(re.findall(r"(?m)^\| ([A-Z]) ([^|]+) \|", page)) == {
        (letter, family.zh) for letter, family in FAMILIES.items()
    }
