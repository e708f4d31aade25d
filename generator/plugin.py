"""The MkDocs plugin: ``mkdocs build`` and ``mkdocs serve`` do what ``gongshi build`` and ``serve`` do.

It moves the engine's output into a staging folder, completes it when the engine has run, and puts it
in the place of the site only when it is whole.
"""

from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from generator.build.clock import ClockError
from generator.build.engine import Warnings, dress, fix_clock
from generator.build.pipeline import Options, Register, complete
from generator.build.register import RegisterError
from generator.build.staging import publish, staging
from generator.pages.page import PageError
from generator.report import report
from generator.settings import SettingsError, load


class NoOptions(Config):
    """The plugin has none of its own: settings stand under ``extra.gongshi`` (``generator.settings``)."""


class GongshiPlugin(BasePlugin[NoOptions]):
    """Completes what MkDocs renders with everything that comes from records.

    Attributes:
        driven: whether the engine is driven by ``gongshi build``, which does the rest itself.
    """

    driven = False

    def __init__(self) -> None:
        self._open = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Be kept over the rebuilds of ``mkdocs serve``."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the register, and send the engine's output to a staging folder."""
        dress(config)
        if self.driven:
            return config
        self._open.close()
        root = Path(config.config_file_path).parent
        try:
            self._register = Register.open(root, load(root), Options())
            fix_clock(self._register.day)
        except (SettingsError, RegisterError, ClockError) as error:
            raise _abort(str(error), 2) from error
        self._site = Path(config.site_dir)
        self._folder = self._open.enter_context(staging(self._site))
        self._warned = self._open.enter_context(Warnings())
        config.site_dir = str(self._folder)
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the staging folder and publish it, or say what is wrong and leave the site as it is."""
        if self.driven:
            return
        if config.strict and self._warned.messages:
            raise _abort("网页有上面这些问题，网站没有更新。", 1)
        try:
            built = complete(self._register, self._folder)
        except PageError as error:
            raise _abort(str(error), 1) from error
        report(built.examined, built.reference, self._register.settings)
        if not built.published:
            raise _abort("有错误，网站没有更新。", 1)
        publish(self._folder, self._site)
        config.site_dir = str(self._site)
        self._open.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Clear the staging folder away."""
        self._open.close()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild when a record or reference data changes."""
        server.watch(str(self._register.root / "data"))
        return server


def _abort(message: str, code: int) -> Abort:
    abort = Abort(message)
    abort.exit_code = code
    return abort
