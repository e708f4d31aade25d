"""Starting: with a broken record, at a taken address, beside a build of the published site."""

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from generator.build.options import Options
from generator.cli.explaining import explained
from generator.cli.stopping import heed, stoppable
from generator.serve.serve import serve
from tests.county import copy_county, digest, records
from tests.serve.serving import Served, free_port


def _gongshi(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "generator", *arguments, "--root", str(root)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)


def _refused(url: str) -> str:
    try:
        urllib.request.urlopen(url, timeout=10)
    except urllib.error.HTTPError as error:
        with error:
            return error.read().decode()
    raise AssertionError("there is a page")


def test_errors_at_the_start_stand_on_the_page_until_they_are_mended(tmp_path: Path) -> None:
    root = copy_county(tmp_path / "county")
    record = records(root)[0]
    whole = record.read_text("utf-8")
    record.write_text(re.sub(r"(?m)^name: .*", "name: ", whole, count=1), "utf-8")
    served = Served(root)
    try:
        served.until_said("预览没有更新")
        told = _refused(served.url)
        assert record.name in told
        assert "怎么改：" in told
        assert not (root / "site").exists()

        taken = _gongshi(root, "serve", "--address", f"127.0.0.1:{served.port}")
        assert taken.returncode == 2
        assert "已经有程序在用" in taken.stderr

        record.write_text(whole, "utf-8")
        served.until_said("预览全部更新了")
        assert "/-gongshi/watch.js" in served.page("index.html")

        # The published site is made by builds alone, which may run meanwhile; and it is what one saw.
        built = _gongshi(root, "build")
        assert built.returncode == 0, built.stderr
        assert digest(root / "site") == digest(root / ".gongshi-cache" / "preview" / "site")
        assert served.stop() == 0
        assert "预览停了" in served.said
    finally:
        served.process.kill()
        served.process.wait()


def test_a_folder_that_is_no_site_is_told_so(tmp_path: Path) -> None:
    done = _gongshi(tmp_path, "serve")
    assert done.returncode == 2
    assert "没有找到 mkdocs.yml" in done.stderr


def test_a_wish_to_stop_that_got_lost_ends_it_after_the_build(tmp_path: Path) -> None:
    root = copy_county(tmp_path / "county")
    with pytest.raises(KeyboardInterrupt), stoppable():
        with suppress(BaseException):
            os.kill(os.getpid(), signal.SIGINT)
        serve(root, f"127.0.0.1:{free_port()}", Options(), explained, heed)
    assert (root / ".gongshi-cache" / "preview" / "site" / "index.html").exists()
