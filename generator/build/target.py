"""Where a site is put, and under which name the cache knows what lies there."""

from collections.abc import Mapping
from pathlib import Path

from generator.build.staging import publish
from generator.pages.frame import Frame


class Target:
    """The place of the published site; whoever wants one somewhere else as well makes another target.

    Attributes:
        name: of the manifest in the cache; two targets must not share one.
        told: whether a build of what has not changed may say at once what was said of this site.
    """

    name = "site"
    told = True

    def __init__(self, site: Path) -> None:
        self.site = site

    @property
    def sources(self) -> Mapping[str, Path]:
        """Sites from which files may be taken over, the likeliest first, by the names of their manifests."""
        return {self.name: self.site}

    def publish(self, folder: Path, frames: Mapping[str, Frame]) -> None:
        """Put a whole site, made with these ``frames``, in the place of the old one."""
        publish(folder, self.site)
