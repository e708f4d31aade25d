"""The engine's part of a build: done anew only where something that the engine reads has changed."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.build.base import contents, files_below
from generator.outputs.file import read, write
from generator.outputs.key import digest, key
from generator.settings import Settings, configuration

_PLUGINS = {"gongshi", "search"}
_EXTENSIONS = {
    "abbr",
    "admonition",
    "attr_list",
    "codehilite",
    "def_list",
    "extra",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "meta",
    "nl2br",
    "sane_lists",
    "smarty",
    "tables",
    "toc",
    "wikilinks",
}
"""Those of Python-Markdown itself; they read nothing but the page."""
_READERS = {"pymdownx.snippets", "pymdownx.b64"}
"""Extensions that read files from anywhere."""


def sources(root: Path, settings: Settings) -> bytes | None:
    """The digest of all that the engine reads; None where nobody can say what that is.

    Hooks, other plugins, inherited configurations, the environment and some Markdown extensions may
    read anything; with those, the engine runs in every build.
    """
    file = root / "mkdocs.yml"
    config = configuration(root)
    theme = config.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    if not _plain(config, file.read_text("utf-8-sig")):
        return None
    folders = [settings.docs_dir, *([str(custom)] if custom else [])]
    return key(
        (digest(file.read_bytes()), *(contents(files_below(root / each), root / each) for each in folders))
    )


def _plain(config: dict[str, Any], text: str) -> bool:
    if "!ENV" in text or "!!python" in text or config.keys() & {"INHERIT", "hooks"}:
        return False
    plugins, extensions = set(_names(config.get("plugins"))), set(_names(config.get("markdown_extensions")))
    own = {each.removeprefix("markdown.extensions.") for each in extensions}
    unknown = {each for each in own if not each.startswith("pymdownx.")} - _EXTENSIONS
    return plugins <= _PLUGINS and not unknown and not own & _READERS


def _names(listed: object) -> Iterator[str]:
    """The names in a list whose entries may have options below them."""
    for each in listed if isinstance(listed, list | dict) else ():
        yield from each if isinstance(each, dict) else (str(each),)


def rendered(folder: Path, kept: Path | None, now: bytes | None, render: Callable[[], None]) -> None:
    """Fill ``folder`` by ``render``, or from what lies in ``kept``, if that was rendered from the same.

    Raises:
        EngineError: a page cannot be rendered.
        OSError: the folder cannot be written.
    """
    if not kept or now is None:
        render()
        return
    stamp = kept.with_suffix(".key")
    if not _taken(folder, kept, stamp, now):
        _empty(folder)
        render()
        with suppress(OSError):
            _keep(folder, kept, stamp, now)


def _taken(folder: Path, kept: Path, stamp: Path, now: bytes) -> bool:
    """Whether what was kept is from the same sources, and all of it, as it was, is in the folder now."""
    said = read(stamp)
    if not said or not said.startswith(now) or not kept.is_dir():
        return False
    try:
        shutil.copytree(kept, folder, dirs_exist_ok=True)
        return said == now + contents(files_below(folder), folder)
    except OSError:
        return False


def _keep(folder: Path, kept: Path, stamp: Path, now: bytes) -> None:
    stamp.unlink(missing_ok=True)
    shutil.rmtree(kept, ignore_errors=True)
    try:
        shutil.copytree(folder, kept)
        write(stamp, now + contents(files_below(folder), folder))
    except OSError:
        shutil.rmtree(kept, ignore_errors=True)
        raise


def _empty(folder: Path) -> None:
    for each in folder.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
