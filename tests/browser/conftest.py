"""A real Chromium over a real server, and what a page must never do."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.build.pipeline import Options, build
from generator.settings import load
from tests.browser.provide import browser as find_browser
from tests.county import copy_county

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
)
SUB_PATH = "/a/sub/path/"


@dataclass
class Watched:
    """What a page said and asked for while it was looked at."""

    console: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to everything that happens in a context."""
        context.on("console", lambda message: self._said(message.type, message.text))
        context.on("weberror", lambda error: self.console.append(str(error.error)))
        context.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        context.on("response", lambda answer: self._answered(answer.status, answer.url))

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.console.append(text)

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.failed.append(f"{status} {url}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site, built once."""
    root = copy_county(tmp_path_factory.mktemp("browser"))
    settings = load(root)
    built = build(root, settings, Options())
    assert built.published
    return root / settings.site_dir


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site served under a sub-path, and nothing else beside it."""
    with served(site, tmp_path_factory.mktemp("server")) as found:
        yield found


@contextmanager
def served(site: Path, root: Path) -> Iterator[str]:
    """The address of a site while it is served under a sub-path of the empty folder ``root``."""
    place = root.joinpath(*SUB_PATH.strip("/").split("/"))
    place.parent.mkdir(parents=True)
    place.symlink_to(site)
    handler = functools.partial(_Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=find_browser(), args=list(_ARGUMENTS))
        yield found
        found.close()


@pytest.fixture
def watched() -> Watched:
    """What the page of this test says and asks for."""
    return Watched()


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def page(chromium: Browser, watched: Watched, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty page, once as wide as a phone and once as a desk's screen."""
    context = chromium.new_context(viewport={"width": request.param, "height": 844}, locale="zh-CN")
    watched.watch(context)
    yield context.new_page()
    context.close()
