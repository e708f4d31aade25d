"""Whether a process on another machine is like this one, and sees the same folders.

A site may not depend on who made it, so whoever works for us runs the same Python, the same gongshi and
the same versions of libraries, and reads and writes the very folders that we do.
"""

import os
import platform
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

from generator.build.base import libraries, program

Look = tuple[str, bytes, tuple[str, ...], tuple[str, ...]]
"""Python's version, the program's digest, the libraries, the folders that are not ours: plain values,
so that another version of gongshi can read what this one wrote."""

_TOKEN = "token"
_TOLD = 5


def look(token: str, folders: Iterable[str]) -> Look:
    """Tell of the process that runs this; every folder of ours holds a file with the ``token``."""
    other = tuple(folder for folder in folders if not _ours(Path(folder), token))
    return platform.python_version(), program(), tuple(libraries()), other


def _ours(folder: Path, token: str) -> bool:
    """Whether a folder is the one that is meant, and can be written into."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return (folder / _TOKEN).read_text("ascii") == token
    except OSError:
        return False


@contextmanager
def marked(folders: Iterable[Path]) -> Iterator[tuple[str, dict[str, Path]]]:
    """A token, and for every folder a hidden one in it, with the token; they go when all is done.

    Raises:
        OSError: a folder cannot be written into.
    """
    token, marks = uuid4().hex, {}
    with ExitStack() as until:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            # Named like the folders that staging clears if the process that made them was killed.
            prefix = f".gongshi-{os.getpid()}-"
            mark = until.enter_context(tempfile.TemporaryDirectory(prefix=prefix, dir=folder))
            Path(mark, _TOKEN).write_text(token, "ascii")
            marks[mark] = folder
        yield token, marks


def difference(seen: Look, marks: Mapping[str, Path] | None = None) -> str:
    """What keeps a process from working for us, in words for people; empty where nothing does."""
    python, same, found, other = seen
    if python != platform.python_version():
        return f"Python 是 {python}，这里是 {platform.python_version()}。要装一样的。"
    if same != program():
        return "装的 gongshi 和这里的不是同一个版本。要装一样的。"
    if differing := _differing(found):
        return f"有的程序库版本和这里的不一样：{'、'.join(differing[:_TOLD])}。要装一样的。"
    if other and marks:
        folders = "、".join(str(marks[each]) for each in other)
        return f"看不到文件夹 {folders}，或者不能写。要放在所有机器都能用同一个路径读写的共享盘上。"
    return ""


def _differing(found: Iterable[str]) -> list[str]:
    """Libraries that are there in another version than here; one that is only there does no harm."""
    here, there = _versions(libraries()), _versions(found)
    return [name for name in sorted(here.keys() & there.keys()) if here[name] != there[name]]


def _versions(folders: Iterable[str]) -> dict[str, str]:
    pairs = (folder.rsplit(".", 1)[0].split("-") for folder in folders)
    return {pair[0].lower(): pair[1] for pair in pairs if len(pair) > 1}
