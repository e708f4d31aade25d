"""The reduce shared out: lists and open data are made by several processes where there is much to make."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.build.hands import LEAN, Coming, noted, result
from generator.build.means import Means
from generator.exports.giving import Giving
from generator.exports.published import File
from generator.exports.selection import Selection, selections
from generator.outputs.outputs import About, News, Outputs
from generator.pages.every import lists_of, others_of, pages_of
from generator.pages.frame import Frame
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.turn import Turn
from generator.patience import settle
from generator.records.reference import Reference

Pages = Callable[[Overview, Turn], Iterator[tuple[str, Page]]]
"""Makes those of some pages whose turn it is, each with the section whose frame it takes."""

Tables = tuple[list[list[File]], News]
"""The files of some selections, and the units that were made."""

_SHARES = 4
"""Shares of the townships for each who works: nobody should wait long at the end."""
_WORTH = 1_000
"""So many rows are worth a process beside this one, where little has changed."""
_TOWNSHIPS = 20
"""So many townships at least are given away by one process before it is asked again: the store is opened
for them, and that takes longer the more records there are."""


@dataclass
class Work:
    """What the reduce makes of all rows, wherever it is made.

    Attributes:
        filled: the folder that is filled; by other processes, too, each with outputs of its own.
        store: where the parts of the records' tables lie.
    """

    filled: Outputs
    store: Path
    frames: Mapping[str, Frame]
    overview: Overview

    @cached_property
    def selections(self) -> list[Selection]:
        """The whole register and every township."""
        return selections(self.overview.rows, self.overview.site.reference.places)

    def lists(self, outputs: Outputs, pages: Pages = pages_of, which: int = 0, of: int = 1) -> None:
        """Write every ``of``-th of some pages, beginning with number ``which``; what is as it was is kept."""
        self.overview.site.remember = outputs.remember
        for section, page in pages(self.overview, Turn(which, of, outputs.take, outputs.retake)):
            outputs.write(page.address, self.frames[section].encoded(page))
            outputs.made(page.address, [page.address])

    def tables(self, outputs: Outputs, wanted: Sequence[int]) -> list[list[File]]:
        """Write the tables of some selections."""
        return _made(self.giving(outputs), [self.selections[at] for at in wanted])

    def giving(self, outputs: Outputs) -> Giving:
        """Who gives tables away."""
        return Giving(outputs, self.store, self.overview.site.reference)


@dataclass
class Sharing:
    """The work under way: begun when this is made, done when :meth:`tables` and :meth:`lists` have answered.

    Nothing of what is written depends on who works. Where rows are very many and those who work are few,
    the sharing is ``lean``: nobody forks from this process, since Python counts references in the rows, so
    that each would have a copy of all before long. Lists are made here, meanwhile tables by those who were
    there before the rows and need none.
    """

    work: Work
    means: Means
    _lists: list[Coming[News]] = field(default_factory=list)
    _tables: list[tuple[list[int], Coming[Tables]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        giving = self.work.giving(self.means.filled)
        self._given = [giving.take(selection) for selection in self.work.selections]
        wanted = [at for at, files in enumerate(self._given) if files is None]
        self._changed = bool(wanted)
        hands = self.means.hands
        few = not self.means.several
        alone = few and not self.lean and (len(self.work.overview.rows) < _WORTH or not hands.beside())
        self._wanted = wanted if alone else []
        self._here: Pages | None = pages_of if alone or self.lean else others_of if few else None
        if alone:
            return
        # Whoever looks for garbage writes into all that he looks at, so nobody looks among the rows.
        settle()
        if self.lean:
            if wanted:
                self._tables = [(wanted, hands.apart(_give_apart, *self._apart(wanted)))]
            return
        self.work.overview.sort()
        note = hands.note(self.work)
        # Made together, tables have each record's rows joined once; but nobody should be idle meanwhile.
        together = wanted if few or hands.count == 2 else wanted[:1]
        self._give(note, together)
        # A project stands in some ten lists. Whoever makes lists makes cards for them, so few should.
        of = 1 if few else max(1, hands.count // 2)
        pages = lists_of if few else pages_of
        self._lists = [hands.submit(_list, note, pages, at, of) for at in range(of)]
        apart = wanted[len(together) :]
        many = max(_TOWNSHIPS, -(-len(apart) // (hands.count * _SHARES)))
        for at in range(0, len(apart), many):
            self._give(note, apart[at : at + many])

    def _give(self, note: str, wanted: list[int]) -> None:
        if wanted:
            self._tables.append((wanted, self.means.hands.submit(_give, note, wanted)))

    @property
    def lean(self) -> bool:
        """Whether memory is spared: where somebody is there who has no rows."""
        rows, means = len(self.work.overview.rows), self.means
        there = means.hands.early or 2 * len(means.changed) > rows
        return means.hands.count == 2 and rows > LEAN and bool(there)

    def _apart(self, wanted: Sequence[int]) -> tuple[About, Path, Reference, list[Selection]]:
        """All that is needed to make the tables of some selections."""
        work = self.work
        selected = [work.selections[at] for at in wanted]
        about = work.filled.about([each.unit for each in selected])
        return about, work.store, work.overview.site.reference, selected

    def tables(self) -> list[list[File]]:
        """The files of all selections, in their order."""
        outputs = self.means.filled
        for at, files in zip(self._wanted, self.work.tables(outputs, self._wanted), strict=True):
            self._given[at] = files
        for some, future in self._tables:
            found, news = result(future)
            outputs.absorb(news)
            for at, files in zip(some, found, strict=True):
                self._given[at] = files
        if self.lean:
            self.means.hands.rest()
        return [files for files in self._given if files is not None]

    def lists(self) -> None:
        """Make the pages that are to be made here, and wait for all others."""
        outputs = self.means.filled
        if self._here:
            self.work.lists(outputs, self._here)
            vars(self.work.overview).pop("cards", None)
            self.work.overview.site.worth.clear()
        for future in self._lists:
            outputs.absorb(result(future))

    def tidy(self) -> None:
        """Drop from the store what no record needs any more."""
        if not self._changed:
            return
        giving = self.work.giving(self.means.filled)
        giving.tidy(self.work.selections[0].keys)


def _list(note: str, pages: Pages, which: int, of: int) -> News:
    """Write one share of the pages in another process; the units that were made."""
    work = noted(note, _same)
    outputs = work.filled.sibling()
    work.lists(outputs, pages, which, of)
    return outputs.news


def _give(note: str, wanted: list[int]) -> Tables:
    """Write the tables of some selections in another process: their files, and the units that were made."""
    work = noted(note, _same)
    outputs = work.filled.sibling()
    files = work.tables(outputs, wanted)
    return files, outputs.news


def _give_apart(about: About, store: Path, reference: Reference, selected: list[Selection]) -> Tables:
    """The same for a process that has no rows, and is told what it needs."""
    outputs = Outputs(*about)
    files = _made(Giving(outputs, store, reference), selected)
    return files, outputs.news


def _made(giving: Giving, selected: Sequence[Selection]) -> list[list[File]]:
    try:
        return giving.make(selected)
    finally:
        giving.close()


def _same(work: Work) -> Work:
    return work
