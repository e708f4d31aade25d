"""The reduce's second half: lists, slots, sitemap and assets, written beside the record pages."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.build.listing import lists
from generator.exports import data_page, open_data
from generator.library.shelf import Shelf
from generator.pages import sitemap, slots
from generator.pages.address import project_address
from generator.pages.editorial import title_of
from generator.pages.frame import Frame
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.summary import Row
from generator.search import writing as search

ASSETS = Path(__file__).parents[1] / "pages" / "assets"
_FRAMES = "frames"
_NEEDLESS = (
    "sitemap.xml*",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/javascripts/*.map",
    "assets/stylesheets/*.map",
)
"""What the engine writes and no page of ours asks for: its search, its source maps, its dated sitemap."""


class Writer:
    """Completes a folder that the engine has rendered into, and only it so far.

    Attributes:
        frames: the frames that the engine rendered, by section; taken out of the folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.frames = {
            path.parent.name: Frame.parse(path.read_text("utf-8"))
            for path in sorted((folder / _FRAMES).glob("*/frame.html"))
        }
        shutil.rmtree(folder / _FRAMES, ignore_errors=True)
        self._pages = sorted(folder.rglob("*.html"))

    def withdraw(self, rows: Iterable[Row]) -> None:
        """Take away the pages of records that were refused only after they were written."""
        for row in rows:
            (self._folder / project_address(row.id)).unlink(missing_ok=True)

    def write(
        self, rows: tuple[Row, ...], left_out: tuple[str, ...], site: Site, shelf: Shelf, workers: int
    ) -> None:
        """Write everything that needs more than one record; ``left_out`` are the refused files."""
        written = {path.relative_to(self._folder).as_posix(): path.read_text("utf-8") for path in self._pages}
        titles = {address: title_of(html) for address, html in written.items()}
        overview = Overview(rows, site, left_out, titles, shelf)
        with lists(self._folder, self.frames, overview, workers):
            added = data_page.slots(open_data.write(self._folder, overview))
            for address, html in written.items():
                (self._folder / address).write_bytes(slots.fill(html, address, overview, added).encode())
        shutil.copytree(ASSETS, self._folder / "assets" / "gongshi", dirs_exist_ok=True)
        search.write(self._folder, overview, written)
        self._prune()
        sitemap.write(self._folder, overview)

    def _prune(self) -> None:
        for path in [path for pattern in _NEEDLESS for path in self._folder.glob(pattern)]:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
