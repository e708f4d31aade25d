"""The demonstration site with the index of a register of another size in it."""

import gzip
import http.server
import io
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Response

from generator.checks.catalogue import problems
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.shards import shards
from generator.search.writing import FOLDER, Cut, write
from generator.settings import Settings

PAGES = ("search.html", "ledger.html", "index.html", "help/object.html")


def with_register(site: Path, target: Path, rows: list[Row], reference: Reference, cut: Cut = shards) -> Path:
    """A copy of what the search of ``site`` consists of, searching ``rows``."""
    shutil.copytree(site / "assets", target / "assets")
    shutil.rmtree(target / FOLDER / "data")
    written = {}
    for page in sorted(site.rglob("*.html")):
        address = page.relative_to(site).as_posix()
        if address in PAGES:
            (target / address).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(page, target / address)
        if address.count("/") < 2:
            written[address] = page.read_text("utf-8")
    overview = Overview(rows, Site(Settings(county="示例县"), reference, date(2025, 11, 20), problems()))
    write(target, overview, written, cut=cut)
    return target


@contextmanager
def served(folder: Path, **headers: str) -> Iterator[str]:
    """The folder on a server that compresses, as a publisher's does; its address."""
    kept: dict[str, bytes] = {}

    class Compressing(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(folder))

        def send_head(self) -> io.BytesIO | None:
            path = Path(self.translate_path(self.path))
            if not path.is_file():
                self.send_error(404)
                return None
            body = kept.setdefault(str(path), gzip.compress(path.read_bytes(), 6))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            return io.BytesIO(body)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Compressing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@dataclass
class Fetched:
    """The bytes of the data files that a page asked for, as a server would send them compressed."""

    sizes: dict[str, int] = field(default_factory=dict)

    def watch(self, context: BrowserContext) -> None:
        """Count from now on."""
        context.on("response", self._answered)

    def _answered(self, answer: Response) -> None:
        path = urlsplit(answer.url).path
        if "/search/data/" in path:
            self.sizes[path.rsplit("/", 1)[1]] = len(gzip.compress(answer.body(), 6))

    @property
    def total(self) -> int:
        """All of them together."""
        return sum(self.sizes.values())


def found(page: Page, query: str) -> tuple[set[str], int]:
    """The ids that the page's own scripts find for a query, and how many of them only by their sound."""
    ids, sounding = page.evaluate(
        """async (text) => {
          const index = await gongshi.index();
          window.asked = window.asked || new gongshi.Register(index);
          const query = { words: gongshi.words(text), chosen: {}, sort: "relevance" };
          const answer = await window.asked.answer(query, () => true);
          return [window.asked.rows(answer, 0, answer.total).map((row) => row.id), answer.sounding];
        }""",
        query,
    )
    assert len(ids) == len(set(ids))
    return set(ids[: len(ids) - sounding]), sounding


def settled(page: Page) -> None:
    """Wait until the page has said how many projects it found."""
    page.wait_for_selector("#gs-search[data-done], #gs-book[data-done]")
