"""The reduce's second half: lists, slots, sitemap and assets, written beside the record pages."""

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.build.examined import Examined
from generator.build.means import Means
from generator.build.sharing import Sharing, Work
from generator.exports import data_page, open_data
from generator.exports.parts import FOLDER as PARTS
from generator.library.shelf import Shelf
from generator.pages import sitemap, slots
from generator.pages.editorial import title_of
from generator.pages.frame import Frame
from generator.pages.overview import Overview
from generator.pages.site import Site
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


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the engine left in a folder.

    Attributes:
        frames: the frames by section; they are taken out of the folder.
        pages: the addresses of the pages that people wrote.
    """

    frames: dict[str, Frame]
    pages: tuple[str, ...]

    @classmethod
    def take(cls, folder: Path) -> "Rendered":
        """Take what the engine rendered into a folder, and only it so far.

        Raises:
            FrameError: a frame lacks a mark.
        """
        frames = {
            path.parent.name: Frame.parse(path.read_text("utf-8"))
            for path in sorted((folder / _FRAMES).glob("*/frame.html"))
        }
        shutil.rmtree(folder / _FRAMES, ignore_errors=True)
        return cls(
            frames, tuple(path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
        )


def write(examined: Examined, rendered: Rendered, site: Site, shelf: Shelf, means: Means) -> None:
    """Write everything that needs more than one record, beside the pages that the engine rendered."""
    outputs = means.filled
    written = {address: (outputs.folder / address).read_text("utf-8") for address in rendered.pages}
    titles = {address: title_of(html) for address, html in written.items()}
    overview = Overview(examined.accepted, site, tuple(sorted(examined.refused)), titles, shelf)
    sharing = Sharing(Work(outputs, means.parts, rendered.frames, overview), means)
    index = partial(search.write, outputs.folder, overview, written, outputs)
    # Where memory is spared, the index is made when all that takes long beside it is done.
    first, last = (sharing.lists, index) if sharing.lean and means.several else (index, sharing.lists)
    first()
    added = data_page.slots(open_data.describe(outputs, overview, sharing.tables()))
    for address, html in written.items():
        if outputs.take(address, *slots.depends(html, overview)) is None:
            outputs.write(address, slots.fill(html, address, overview, added).encode())
            outputs.made(address, [address])
    sharing.tidy()
    shutil.rmtree(outputs.folder / PARTS, ignore_errors=True)
    shutil.copytree(ASSETS, outputs.folder / "assets" / "gongshi", dirs_exist_ok=True)
    _prune(outputs.folder)
    last()
    sitemap.write(outputs.folder, overview, outputs.addresses())


def _prune(folder: Path) -> None:
    for path in [path for pattern in _NEEDLESS for path in folder.glob(pattern)]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
