"""The engine that renders Markdown pages and frames into a folder: MkDocs with Material.

This is all that is asked of it (``docs/decisions/0001-two-tiers.md``), so another engine can take
its place.
"""

import logging
import os
from datetime import UTC, date, datetime, time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve as serve_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException

from generator.errors import PageRefusedError
from generator.settings import SettingsError

THEME = Path(__file__).parents[1] / "pages" / "theme"


class EngineError(PageRefusedError):
    """Markdown or theme could not be rendered; the message lists what the engine said."""


class Warnings(logging.Handler):
    """Keeps what the engine warns of, so that it can be told as findings are told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.messages.append(record.getMessage())

    def __enter__(self) -> "Warnings":
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *raised: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


def dress(config: MkDocsConfig) -> None:
    """Put our templates before the theme's own; they override documented blocks only."""
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.add("404.html")


def fix_clock(day: date) -> None:
    """Give the engine the site's one clock."""
    noon = datetime.combine(day, time(12), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))


def render(root: Path, folder: Path, day: date) -> None:
    """Render the Markdown pages and frames of ``root`` into ``folder``.

    Raises:
        SettingsError: ``mkdocs.yml`` is wrong.
        EngineError: a page cannot be rendered, or, with ``strict``, the engine warned of something.
    """
    fix_clock(day)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
    except ConfigurationError as error:
        raise SettingsError(f"{root / 'mkdocs.yml'} 有写错的地方：{error}") from error
    plugin = config.plugins.get("gongshi")
    if plugin:
        plugin.driven = True
    with Warnings() as warned:
        try:
            dress(config)
            build(config)
        except (MkDocsException, OSError) as error:
            raise EngineError("\n".join([*warned.messages, str(error)])) from error


def serve(root: Path, address: str) -> None:
    """Serve the register in ``root`` through the engine's own server, rebuilding on every change.

    Raises:
        SettingsError: ``mkdocs.yml`` is wrong, or names no ``gongshi`` plugin.
    """
    try:
        serve_site(str(root / "mkdocs.yml"), dev_addr=address)
    except ConfigurationError as error:
        raise SettingsError(f"{root / 'mkdocs.yml'} 有写错的地方：{error}") from error
    except MkDocsException as error:
        raise EngineError(str(error)) from error
