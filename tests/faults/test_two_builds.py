"""Two commands on one register at once: a second build says that it waits, and both are right."""

from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.register import Fault, Register, Site, ended, until_there

_WAITING = "另一个 gongshi 正在生成这个网站"


@pytest.mark.parametrize("killed", [False, True])
def test_the_second_waits(small: Register, edited: Site, tmp_path: Path, killed: bool) -> None:
    there = tmp_path / "there"
    first = small.start(fault=Fault(f"wait {there}", moments.RECORD))
    until_there(there, first)
    assert small.run(command="check").code == 0
    second = small.start()
    said = Path(second.said.name)  # type: ignore[attr-defined]
    while _WAITING not in said.read_text("utf-8"):
        assert second.poll() is None
    if killed:
        first.kill()
        there.unlink()
        ended(first)
    else:
        there.unlink()
        assert ended(first).code == 0
    done = ended(second)
    assert done.code == 0
    assert small.site == edited
    small.assert_tidy()
