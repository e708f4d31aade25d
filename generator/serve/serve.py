"""Serves a preview: builds it, watches what it is made from, and renews it until it is stopped."""

import threading
from collections.abc import Callable
from pathlib import Path

from generator.build.options import Options
from generator.errors import ToldError
from generator.serve.builder import Builder, Explain
from generator.serve.preview import Preview
from generator.serve.server import serving
from generator.serve.show import Show
from generator.serve.watching import Watch
from generator.settings import load

_LOOK = 1.0
"""Seconds between looks at the calendar."""


def serve(root: Path, address: str, options: Options, explain: Explain, heed: Callable[[], None]) -> None:
    """Serve the register in ``root`` at an address, e.g. ``127.0.0.1:8000``, until interrupted.

    ``explain`` says an exception in words for people; ``heed`` raises where an interruption got lost.

    Builds run in this thread, so that an interruption ends them as it ends ``gongshi build``.

    Raises:
        SettingsError: there is no ``mkdocs.yml``.
        AddressError: the address is wrong, or somebody else is there.
        KeyboardInterrupt: someone has had enough.
    """
    root = root.absolute()
    show = Show(Preview(root, root / _site(root)))
    watch, saved = Watch(), threading.Event()
    try:
        with serving(address, show) as server:
            builder = Builder(root, options, show, watch, explain)
            print(f"预览地址：{server.url}  按 Ctrl+C 停止。\n正在生成预览……", flush=True)
            threading.Thread(target=_glance, args=(builder, watch, saved), daemon=True).start()
            while True:
                saved.clear()
                builder.renew()
                heed()
                while not saved.wait(_LOOK) and not builder.past:
                    heed()
    finally:
        watch.close()


def _glance(builder: Builder, watch: Watch, saved: threading.Event) -> None:
    for batch in watch.batches():
        builder.glance(batch)
        saved.set()


def _site(root: Path) -> str:
    """Where the published site lies, as far as that can be known."""
    try:
        return load(root).site_dir
    except ToldError:
        if not (root / "mkdocs.yml").exists():
            raise
        return "site"
