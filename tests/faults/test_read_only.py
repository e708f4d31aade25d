"""Where nothing may be written: the message says where; a cache that cannot be kept costs only time."""

import shutil
from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.register import Fault, Register, Site, ended, until_there


@pytest.mark.parametrize(("error", "words"), [("EROFS", "只能读，不能写"), ("EACCES", "没有权限")])
def test_the_folder_of_the_site(small: Register, error: str, words: str) -> None:
    before = small.site
    done = small.run(fault=Fault(f"refuse {error}", moments.STARTING))
    assert done.code == 2
    assert words in done.said
    assert str(small.root) in done.said
    assert "网站没有更新" in done.said
    assert small.site == before
    small.assert_tidy()


def test_a_file_where_the_site_should_be(small: Register, edited: Site) -> None:
    shutil.rmtree(small.root / "site")
    (small.root / "site").write_text("a note", "utf-8")
    done = small.run()
    assert done.code == 2
    assert "这里应当是文件夹" in done.said
    assert (small.root / "site").read_text("utf-8") == "a note"
    (small.root / "site").unlink()
    assert small.run().code == 0
    assert small.site == edited


@pytest.mark.parametrize("how", ["file", "EROFS"])
def test_the_cache(small: Register, edited: Site, how: str) -> None:
    fault = None
    if how == "file":
        shutil.rmtree(small.cache)
        small.cache.write_text("a note", "utf-8")
    else:
        fault = Fault(f"refuse {how}", r"^(open w|os\.mkdir|os\.remove|os\.rename) .*/\.gongshi-cache")
    done = small.run(fault=fault)
    assert done.code == 0, done.said
    assert small.site == edited


@pytest.mark.parametrize("moment", [moments.RECORD, moments.LIST])
def test_a_cache_that_is_deleted_meanwhile(
    small: Register, edited: Site, tmp_path: Path, moment: str
) -> None:
    there = tmp_path / "there"
    build = small.start(fault=Fault(f"wait {there}", moment))
    until_there(there, build)
    shutil.rmtree(small.cache)
    there.unlink()
    done = ended(build)
    assert done.code == 0, done.said
    assert small.site == edited
    assert small.run().code == 0
    assert small.site == edited
    small.assert_tidy()
