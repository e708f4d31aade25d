"""Our own templates are edited while they are in use: whoever writes a theme or a page does so."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.county import ROOT, copy_county, records
from tests.serve.serving import Served

_FACTS = "generator/pages/templates/project/facts.html"
_HEADING, _OTHER = '<h2 id="expected">预期成效</h2>', '<h2 id="expected">预期的成效</h2>'


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the program, which processes started from now on run."""
    copied = tmp_path / "program"
    shutil.copytree(ROOT / "generator", copied / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setenv("PYTHONPATH", str(copied))
    return copied


def _turn(program: Path, old: str, new: str) -> None:
    template = program / _FACTS
    text = template.read_text("utf-8")
    assert old in text
    template.write_text(text.replace(old, new), "utf-8")


def _pages(root: Path) -> list[str]:
    """The addresses of two projects' pages."""
    numbers = [file.stem for file in records(root)[:2]]
    return [f"projects/{number[:9]}/{number}.html" for number in numbers]


def test_the_preview_shows_a_template_that_was_edited(tmp_path: Path, program: Path) -> None:
    root = copy_county(tmp_path / "county")
    served = Served(root)
    try:
        served.until_said("预览全部更新了")
        for times, (old, new) in enumerate(((_HEADING, _OTHER), (_OTHER, _HEADING)), 2):
            _turn(program, old, new)
            served.until_said("预览全部更新了", times)
            assert all(new in served.page(page) for page in _pages(root))
        # A record is shown by what the last build was made with.
        record = records(root)[0]
        record.write_text(
            re.sub("(?m)^scope: ", "scope: 核实后", record.read_text("utf-8"), count=1), "utf-8"
        )
        served.until(lambda: "核实后" in served.page(_pages(root)[0]))
        assert _HEADING in served.page(_pages(root)[0])
    finally:
        served.process.kill()
        served.process.wait()


def test_a_build_whose_templates_were_edited_meanwhile_leaves_nothing_behind(
    tmp_path: Path, program: Path
) -> None:
    root = copy_county(tmp_path / "county")
    command = [sys.executable, "-m", "generator", "build"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    running = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL)
    # The key of the program is told by then, and its templates are not read yet.
    while not (root / ".gongshi-cache").exists():
        time.sleep(0.001)
    _turn(program, _HEADING, _OTHER)
    assert running.wait(60) == 0
    assert not (root / ".gongshi-cache" / "site").exists()
    _turn(program, _OTHER, _HEADING)
    subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)
    assert all(_HEADING in (root / "site" / page).read_text("utf-8") for page in _pages(root))
