"""Which pages of lists are to be made here: by turns between processes, and only those that changed."""

from collections.abc import Callable, Iterable

Depends = bytes | str | int | None
"""A part of what a page is made from."""

Take = Callable[..., bytes | None]
"""Takes over the page at an address that was made from the same parts last time; else returns None."""


Retake = Callable[[str], bool]
"""Takes over the page at an address whatever it was made from last time; whether it is there."""


class Turn:
    """Counts pages; every ``of``-th is this process's, beginning with page number ``which``.

    All processes count the same pages in the same order, so each page is made once. With ``take``, a page
    that it can take over from the last build is not made at all.
    """

    def __init__(
        self, which: int = 0, of: int = 1, take: Take | None = None, retake: Retake | None = None
    ) -> None:
        self._next = which
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
        if self._next < pages:
            return False
        self._next -= pages
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

    def numbers(self, pages: int) -> range:
        """Whose turn it is among the next so many pages, which are numbered from 1 and counted by this."""
        found = range(self._next + 1, pages + 1, self._of)
        self._next = (self._next - pages) % self._of
        return found

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
