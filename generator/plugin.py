"""The MkDocs plugin: ``mkdocs build`` and ``mkdocs serve`` do what ``gongshi build`` and ``serve`` do.

It moves the engine's output into a staging folder, completes it when the engine has run, and puts it
in the place of the site only when it is whole.
"""

import logging
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.utils import CountHandler

from generator.build.clock import ClockError
from generator.build.engines.mkdocs import Warnings, dress, fix_clock
from generator.build.examined import Built
from generator.build.files import RegisterError
from generator.build.hands import hands
from generator.build.known import Known
from generator.build.means import Means
from generator.build.pipeline import Options, Register, complete
from generator.build.staging import publish, staging
from generator.build.writing import Rendered
from generator.exports.parts import FOLDER as PARTS
from generator.outputs.outputs import Outputs
from generator.pages.page import PageError
from generator.report import report
from generator.settings import SettingsError, load


class Misconfigured(Abort):
    """The configuration is wrong (exit code 2)."""

    exit_code = 2


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has none of its own: settings stand under ``extra.gongshi`` (``generator.settings``)."""


class GongshiPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Completes what MkDocs renders with everything that comes from records.

    Attributes:
        driven: whether the engine is driven by ``gongshi build``, which does the rest itself.
    """

    driven = False

    def __init__(self) -> None:
        self._open = ExitStack()
        self._serving = False
        self._shown = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Be kept over the rebuilds of ``mkdocs serve``."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the register, and send the engine's output to a staging folder."""
        if self.driven:
            return config
        self._open.close()
        root = Path(config.config_file_path).parent
        try:
            self._register = Register.open(root, load(root), Options())
            day = self._register.day
        except (SettingsError, RegisterError, ClockError) as error:
            raise Misconfigured(str(error)) from error
        fix_clock(day)
        dress(config, day)
        if self._serving:
            _count_no_warnings()
        self._site = Path(config.site_dir)
        self._folder = self._open.enter_context(staging(self._site))
        self._warned = self._open.enter_context(Warnings())
        config.site_dir = str(self._folder)
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the staging folder and publish it, or say what is wrong and leave the site as it is."""
        if self.driven:
            return
        refusal = self._refusal(config.strict)
        if refusal is None:
            publish(self._folder, self._site)
            self._shown = True
        self._open.close()
        config.site_dir = str(self._site)
        if refusal is None:
            return
        if not (self._serving and self._shown):
            raise Abort(refusal)
        # The engine's server answers nothing after a failed build; so this one ends well, and the
        # last good site goes on being served.
        print(refusal, file=sys.stderr)

    def _refusal(self, strict: bool) -> str | None:
        """Complete the staging folder; why it may not be published, or None."""
        if strict and self._warned.messages:
            return "网页有上面这些问题，网站没有更新。"
        try:
            built = self._completed()
        except PageError as error:
            return str(error)
        report(built.examined, built.reference, self._register.settings)
        return None if built.published else "有错误，网站没有更新。"

    def _completed(self) -> Built:
        rendered = Rendered.take(self._folder)
        with hands() as many:
            means = Means(many, Known(None, b""), Outputs(self._folder), self._folder / PARTS)
            return complete(self._register, rendered, means)

    def on_build_error(self, *, error: Exception) -> None:
        """Clear the staging folder away."""
        self._open.close()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild when a record or reference data changes."""
        server.watch(str(self._register.root / "data"))
        return server


def _count_no_warnings() -> None:
    """Take out the engine's own strictness, which would end a build after we have looked at it."""
    engine = logging.getLogger("mkdocs")
    for handler in [each for each in engine.handlers if isinstance(each, CountHandler)]:
        engine.removeHandler(handler)
