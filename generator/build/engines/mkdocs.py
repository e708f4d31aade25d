"""MkDocs with Material: the engine that is always there, run in this process.

ProperDocs is MkDocs under another name, so this is also what :mod:`.properdocs` runs.
"""

import errno
import logging
import os
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.build.engines.said import Pages, chinese
from generator.build.engines.theme import GIVEN, THEME, epoch, given
from generator.build.engines.trouble import EngineError
from generator.settings import SettingsError

_NO_PAGE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EMFILE, errno.ENFILE, errno.EIO}
"""What no page is to blame for: the disk, the system."""

_LOGGERS = ("mkdocs", "properdocs")


class Warnings(logging.Handler):
    """Keeps what the engine warns of, so that it can be told as findings are told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.messages.append(record.getMessage())

    def __enter__(self) -> "Warnings":
        for name in _LOGGERS:
            logging.getLogger(name).addHandler(self)
        return self

    def __exit__(self, *raised: object) -> None:
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(self)


def dress(config: MkDocsConfig, day: date) -> None:
    """Put our templates before the theme's own, and tell them what they need."""
    config.extra[GIVEN] = given(config.site_url, day)
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.add("404.html")


def fix_clock(day: date) -> None:
    """Give the engine the site's one clock."""
    os.environ["SOURCE_DATE_EPOCH"] = epoch(day)


def render(root: Path, folder: Path, day: date) -> None:
    """Render the Markdown pages and frames of ``root`` into ``folder``.

    Raises:
        SettingsError: ``mkdocs.yml`` is wrong.
        EngineError: a page cannot be rendered, or, with ``strict``, the engine warned of something.
    """
    fix_clock(day)
    with Warnings() as warned:
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
        except MkDocsException as error:
            wrong = "\n".join([*warned.messages, str(error)])
            raise SettingsError(f"{root / 'mkdocs.yml'} 有写错的地方：{wrong}") from error
    plugin = config.plugins.get("gongshi")
    if plugin:
        plugin.driven = True
    with Warnings() as warned:
        try:
            dress(config, day)
            build(config)
        except (MkDocsException, OSError) as error:
            if isinstance(error, OSError) and error.errno in _NO_PAGE:
                raise
            pages = Pages(Path(config.docs_dir), _within(root, Path(config.docs_dir)))
            raise EngineError("\n".join(chinese(warned.messages, str(error), pages))) from error


def _within(root: Path, folder: Path) -> str:
    """What the register calls one of its folders."""
    own = root.resolve()
    return folder.relative_to(own).as_posix() if folder.is_relative_to(own) else str(folder)
