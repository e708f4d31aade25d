"""Which pages of lists are to be made here: by turns between processes, and only those that changed."""

from collections.abc import Callable, Iterable, Sequence

RUN = 32
"""So many pages after one another are made by one process: pages of one list have much in common, and most
lists are shorter."""

Depends = bytes | str | int | None
"""A part of what a page is made from."""

Take = Callable[..., bytes | None]
"""Takes over the page at an address that was made from the same parts last time; else returns None."""


Retake = Callable[[str], bool]
"""Takes over the page at an address whatever it was made from last time; whether it is there."""


class Turn:
    """Counts pages; of every ``of`` runs of pages one is this process's, the first of them number ``which``.

    All processes count the same pages in the same order, so each page is made once. With ``take``, a page
    that it can take over from the last build is not made at all.
    """

    def __init__(
        self, which: int = 0, of: int = 1, take: Take | None = None, retake: Retake | None = None
    ) -> None:
        self._counted = 0
        self._which = which
        self._of = of
        self._take = take
        self._retake = retake
        self._refused = ""

    @property
    def keyed(self) -> bool:
        """Whether it matters what pages are made from."""
        return self._take is not None

    def passes(self, pages: int) -> bool:
        """Whether so many pages are all made elsewhere: then they are counted, and need not be thought of."""
        run, at = divmod(self._counted, RUN)
        ahead = (self._which - run) % self._of
        if (ahead * RUN - at if ahead else 0) < pages:
            return False
        self._counted += pages
        return True

    def settled(self, addresses: Callable[[], list[str]], depends: Callable[[], Iterable[Depends]]) -> bool:
        """Whether several pages, all of them this process's, could be taken over.

        They may depend on nothing that the first does not depend on, and ``depends`` tells what that is. A
        first one that could not be taken over is not tried again when its turn comes.
        """
        if self._of > 1 or not self._take or not self._retake:
            return False
        first, *others = addresses()
        if self._take(first, *depends()) is None:
            self._refused = first
            return False
        return all(map(self._retake, others))

    def numbers(self, pages: int) -> Sequence[int]:
        """Whose turn it is among the next so many pages, which are numbered from 1 and counted by this."""
        before = self._counted
        self._counted += pages
        if self._of == 1:
            return range(1, pages + 1)
        places = range(before, self._counted)
        return [at - before + 1 for at in places if at // RUN % self._of == self._which]

    def changed(self, address: str, depends: Callable[[], Iterable[Depends]]) -> bool:
        """Whether a page whose turn it is cannot be taken over.

        ``depends`` tells everything on the page that may differ while program, templates, reference data,
        settings and as-of date are the same; it is asked only where that matters.
        """
        if self._take is None or address == self._refused:
            return True
        return self._take(address, *depends()) is None

    def mine(self, address: str, depends: Callable[[], Iterable[Depends]]) -> bool:
        """Whether the next page is to be made here."""
        return bool(self.numbers(1)) and self.changed(address, depends)
