"""Which files are records."""

from pathlib import Path

import pytest

from generator.build.base import files_below
from generator.build.files import UNREAD, RegisterError, digests, listed, looked_into, record_files


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
