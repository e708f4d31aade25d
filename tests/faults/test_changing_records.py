"""Records that are deleted, changed or replaced while the build runs: pages, lists and tables agree."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.register import Done, Fault, Register, ended, until_there

_LINK = re.compile(rb'(?:href|src)="([^"#?:]+)["#?]')


def _meanwhile(register: Register, there: Path, nth: int, change: Callable[[], None]) -> Done:
    """A build that may not go on to its ``nth`` reading of a record before everything has changed."""
    build = register.start("--on-reject", "exclude", fault=Fault(f"wait {there}", moments.READING, nth))
    until_there(there, build)
    change()
    there.unlink()
    return ended(build)


def _assert_whole(site: Path) -> None:
    """Every link leads somewhere; every page of a record is in the table of records."""
    for page in site.rglob("*.html"):
        for link in set(_LINK.findall(page.read_bytes())):
            address = link.decode()
            target = site / address[1:] if address.startswith("/") else page.parent / address
            assert target.exists() or address.startswith("//"), (page, address)
    table = (site / "data" / "records.jsonl").read_text("utf-8")
    pages = {each.stem for each in site.glob("projects/SL*/SL-*.html")}
    assert pages
    assert len(table.splitlines()) == len(pages)
    assert all(each in table for each in pages)


@pytest.mark.parametrize(("nth", "cold"), [(1, False), (5, True)])
def test_all_agree(small: Register, tmp_path: Path, nth: int, cold: bool) -> None:
    if cold:
        shutil.rmtree(small.cache)
    gone, changed, folder, dangling, pipe = (small.records[at] for at in (3, 0, 9, 12, 15))

    def change() -> None:
        for each in (gone, folder, dangling, pipe):
            each.unlink()
        folder.mkdir()
        dangling.symlink_to("nowhere.yaml")
        os.mkfifo(pipe)
        changed.write_text(changed.read_text("utf-8").replace("新增", "又新增", 1), "utf-8")

    done = _meanwhile(small, tmp_path / "there", nth, change)
    assert done.code in (0, 1), done.said
    _assert_whole(small.root / "site")
    folder.rmdir()
    for each in (dangling, pipe):
        each.unlink()
    small.assert_builds()
