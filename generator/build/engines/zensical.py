"""Zensical with the classic look of Material, in a process of its own, on a copy of the pages."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from generator.build.engines import child
from generator.build.engines.trouble import EngineError
from generator.build.engines.zensical_project import RESULT, prepare
from generator.settings import SettingsError

_NEEDLESS = shutil.ignore_patterns("search.json", "modern")
"""What it writes and no page of ours asks for: its search's index, and the style of its other variant."""

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WARNING = re.compile(r"^Warning: *(?P<what>.*)")
_PLACE = re.compile(r"╭─\[ *(?P<file>.*?):(?P<line>\d+):\d+ *\]")
_CHINESE = {"page does not exist": "这里的链接指的网页没有。请改成有的文件，或者删掉这个链接。"}
"""What it warns of most; the rest stays as it says it."""
_RAISED = re.compile(r"^(?:[\w.]+\.)?\w*(?:Error|Exception): *(?P<what>.*)")


def render(root: Path, folder: Path, day: date) -> None:
    """Render the Markdown pages and frames of ``root`` into ``folder``.

    Raises:
        SettingsError: ``mkdocs.yml`` is wrong.
        EngineError: a page cannot be rendered, or, with ``strict``, the engine warned of something.
    """
    with tempfile.TemporaryDirectory(prefix="gongshi-zensical-") as name:
        project = Path(name).resolve()
        try:
            file, missing = prepare(root, project, day)
        except yaml.YAMLError as error:
            raise SettingsError(f"{root / 'mkdocs.yml'} 有写错的地方：{error}") from error
        if missing:
            raise EngineError("\n".join(missing))
        done = child.run("zensical", ["build", "--config-file", str(file)], day)
        if done.returncode:
            raise EngineError("\n".join(told(done.stderr)))
        shutil.copytree(project / RESULT, folder, dirs_exist_ok=True, ignore=_NEEDLESS)


def told(output: str) -> Iterator[str]:
    """What it said, a line for each thing that is wrong; all of it where we do not understand it."""
    lines = _COLOUR.sub("", output).splitlines()
    found = [*_warnings(lines), *(each["what"] for each in map(_RAISED.match, lines) if each)]
    return iter(dict.fromkeys(each for each in found if each) or lines)


def _warnings(lines: list[str]) -> Iterator[str]:
    what = ""
    for line in lines:
        if warning := _WARNING.match(line):
            what = warning["what"]
        elif (place := _PLACE.search(line)) and what:
            yield f"{place['file']} 第 {place['line']} 行：{_CHINESE.get(what, what)}"
            what = ""
