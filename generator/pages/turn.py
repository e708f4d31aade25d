"""Whose turn a page is, where several processes make the pages of lists together."""


class Turn:
    """Counts pages; every ``of``-th is this process's, beginning with page number ``which``.

    All processes count the same pages in the same order, so each page is made once.
    """

    def __init__(self, which: int = 0, of: int = 1) -> None:
        self._next = which
        self._of = of

    def mine(self) -> bool:
        """Whether the next page is to be made here."""
        mine = self._next == 0
        self._next = (self._next or self._of) - 1
        return mine
