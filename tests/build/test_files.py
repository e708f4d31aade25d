"""Which files are records."""

import os
from pathlib import Path

import pytest

from generator.build.base import files_below
from generator.build.files import UNREAD, RegisterError, digests, listed, looked_into, record_files
from generator.build.walking import NamingError


def _touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_records_at_any_depth_in_order(tmp_path: Path) -> None:
    _touch(tmp_path, *(f"data/projects/{name}" for name in ("b.yaml", "2020/x/c.yml", "a.yaml", "note.txt")))
    (tmp_path / "data/projects/folder.yaml").mkdir()
    assert record_files(tmp_path) == [
        "data/projects/2020/x/c.yml",
        "data/projects/a.yaml",
        "data/projects/b.yaml",
        "data/projects/folder.yaml",
    ]


def test_what_editors_leave_is_no_record(tmp_path: Path) -> None:
    _touch(tmp_path, "data/projects/a.yaml", "data/projects/.a.yaml.swp", "data/projects/.old/b.yaml")
    (tmp_path / "data/projects/.#a.yaml").symlink_to("someone@somewhere.1")
    assert record_files(tmp_path) == ["data/projects/a.yaml"]
    assert [path.name for path in files_below(tmp_path)] == ["a.yaml"]


def test_what_is_no_record_is_listed_beside_them(tmp_path: Path) -> None:
    names = ["b.yaml", "c.yaml.txt", "名单.csv", "d.yml.bak", "E.YAML"]
    left = ["README", "readme.txt", ".gitkeep", "~$名单.xlsx", "Thumbs.db", "desktop.ini", ".old/名单.csv"]
    _touch(tmp_path, *(f"data/projects/{name}" for name in (*names, *left)))
    assert listed(tmp_path) == sorted(f"data/projects/{name}" for name in names)
    assert record_files(tmp_path) == ["data/projects/b.yaml"]
    found = looked_into(tmp_path)
    assert list(found) == listed(tmp_path)
    assert [file for file, content in found.items() if content != UNREAD] == ["data/projects/b.yaml"]


def test_no_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="data/projects"):
        record_files(tmp_path)


def test_what_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    _touch(tmp_path, "a.yaml")
    found = digests(tmp_path, ["a.yaml", "gone.yaml"])
    assert found["gone.yaml"] == b""
    assert len(found["a.yaml"]) == 16


def test_links_to_folders_are_followed_and_lead_nowhere_twice(tmp_path: Path) -> None:
    _touch(tmp_path, "data/projects/a.yaml", "else/b.yaml", "else/deep/c.yaml")
    linked = tmp_path / "data/projects/2022"
    linked.symlink_to("../../else")
    (tmp_path / "else/deep/up").symlink_to("..")
    (tmp_path / "else/deep/own").symlink_to("../../data/projects")
    (tmp_path / "else/gone").symlink_to("nowhere")
    (tmp_path / "data/projects/above").symlink_to("..")
    (tmp_path / "else/deep/top").symlink_to(tmp_path)
    assert record_files(tmp_path) == [
        "data/projects/2022/b.yaml",
        "data/projects/2022/deep/c.yaml",
        "data/projects/a.yaml",
    ]
    found = [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path / "data")]
    assert sorted(found) == record_files(tmp_path)


def _foreign(root: Path, name: str) -> None:
    """A file whose name another system wrote."""
    path = root / "data/projects" / os.fsdecode(name.encode("gb18030"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


@pytest.mark.parametrize("name", ["项目.yaml", "项目/a.yaml", "说明.md"])
def test_names_that_are_no_text_are_told(tmp_path: Path, name: str) -> None:
    _touch(tmp_path, "data/projects/a.yaml", "data/projects/.旧.yaml")
    _foreign(tmp_path, name)
    with pytest.raises(NamingError, match="改名") as caught:
        list(files_below(tmp_path))
    assert str(caught.value).encode()
    if not name.endswith(".md"):
        with pytest.raises(NamingError):
            listed(tmp_path)


def test_other_names_do_no_harm(tmp_path: Path) -> None:
    _touch(tmp_path, "data/projects/a.yaml")
    for name in ("名单.pdf", ".旧.yaml", ".旧/a.yaml"):
        _foreign(tmp_path, name)
    assert record_files(tmp_path) == ["data/projects/a.yaml"]
