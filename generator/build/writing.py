"""The reduce's second half: lists, slots, sitemap and assets, written beside the record pages."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.pages import listing, sitemap, slots
from generator.pages.address import project_address
from generator.pages.frame import Frame
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.summary import Row

ASSETS = Path(__file__).parents[1] / "pages" / "assets"
_FRAMES = "frames"
_SITEMAPS = "sitemap.xml*"


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

    def write(self, rows: tuple[Row, ...], left_out: tuple[str, ...], site: Site) -> None:
        """Write everything that needs more than one record; ``left_out`` are the refused files."""
        for path in self._pages:
            html = path.read_text("utf-8")
            if slots.MARK in html:
                address = path.relative_to(self._folder).as_posix()
                path.write_bytes(slots.fill(html, address, rows, site, left_out).encode())
        for section, page in listing.pages_of(rows, site):
            self._put(page, self.frames[section])
        shutil.copytree(ASSETS, self._folder / "assets" / "gongshi", dirs_exist_ok=True)
        for path in self._folder.glob(_SITEMAPS):
            path.unlink()
        sitemap.write(self._folder, rows, site)

    def _put(self, page: Page, frame: Frame) -> None:
        target = self._folder / page.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(frame.fill(page).encode())
