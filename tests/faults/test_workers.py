"""A process that works for us dies: the message is clear, nobody waits for ever, the site stays."""

import resource
import subprocess
from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.register import Fault, Register, ended


@pytest.mark.parametrize(
    ("do", "moment", "words"),
    [
        ("kill", moments.RECORD, "工作进程"),
        ("kill", moments.LIST, "工作进程"),
        ("memory", moments.RECORD, "内存不够"),
    ],
)
def test_one_of_them(large: Register, do: str, moment: str, words: str) -> None:
    done = large.run("--jobs", "2", fault=Fault(do, moment, 7, "worker"))
    assert done.code == 2, done.said
    assert words in done.said
    assert "--jobs 1" in done.said
    assert list(large.site) == ["index.html"]
    large.assert_tidy()


def test_one_that_sets_sheets(small: Register) -> None:
    setting = "--out", "out", "--jobs", "2"
    done = small.run(
        *setting, command="print", fault=Fault("kill", r"^open w .*/gongshi-[^/]+/", 2, "worker")
    )
    assert done.code == 2, done.said
    assert "工作进程" in done.said
    assert "--jobs 1" in done.said
    assert small.run(*setting, command="print").code == 0
    assert not list(small.temporary.iterdir())


def test_one_that_only_looks_something_up(small: Register) -> None:
    """What it would have found is looked up by the build itself."""
    small.edit()
    done = small.run("--jobs", "2", fault=Fault("kill", moments.READING, 3, "worker"))
    assert done.code == 0, done.said
    assert small.site == small.cold()
    small.assert_tidy()


def test_no_memory_in_the_first_process(small: Register) -> None:
    before = small.site
    done = small.run(fault=Fault("memory", moments.LIST))
    assert done.code == 2
    assert "内存不够" in done.said
    assert small.site == before
    small.assert_tidy()


def test_few_files_may_be_open_at_a_time(large: Register, tmp_path: Path) -> None:
    """As few as a small server allows; what comes out is what one process makes."""
    limit, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, most))
    try:
        build: subprocess.Popen[str] = large.start("--jobs", "2")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, most))
    done = ended(build)
    assert done.code == 0, done.said
    assert large.site == large.cold()
    large.assert_tidy()
