"""What others do while the engine runs in this process: they compile the templates of all pages."""

from pathlib import Path

from generator.build.hands import Coming, Hands, noted, result
from generator.outputs.outputs import News, Outputs
from generator.pages.site import Site


class Ahead:
    """The templates of a site, being compiled from when this is made."""

    def __init__(self, site: Site, hands: Hands) -> None:
        self._done: Coming[News] = hands.submit(_compiled, hands.note(site))

    def into(self, outputs: Outputs) -> None:
        """Let it be remembered what the templates were compiled to."""
        outputs.absorb(result(self._done))


def _compiled(note: str) -> News:
    site = noted(note, _same)
    outputs = Outputs(Path())
    site.remember = outputs.remember
    site.prepare()
    return outputs.news


def _same(site: Site) -> Site:
    return site
