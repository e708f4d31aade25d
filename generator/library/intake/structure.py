"""From lines to clauses: which line begins one, which goes on, and where that is doubtful."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.library.intake.lines import Line
from generator.library.intake.marks import Level, Mark, mark_of
from generator.library.intake.numerals import CIRCLED
from generator.library.intake.sentences import finished, is_ending, is_heading, joined, split_heading
from generator.library.original import Passage


class Doubt(NamedTuple):
    """What may have been taken wrongly, and at which line or paragraph; 0 for the document as a whole."""

    line: int
    what: str


@dataclass(slots=True)
class _Open:
    """A clause that is being read."""

    mark: Mark
    id: str
    depth: int
    heading: str = ""
    text: list[str] = field(default_factory=list)
    goes_on: bool = False


@dataclass(slots=True)
class Structure:
    """What was made of a document's lines."""

    front: list[Line] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    ending: list[Line] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def structure(lines: list[Line]) -> Structure:
    """The clauses of a document, with what stands before and after them."""
    return _Reader().read(lines)


class _Reader:
    def __init__(self) -> None:
        self._made = Structure()
        self._open: list[_Open] = []
        self._all: list[_Open] = []
        self._ids: set[str] = set()
        self._article = 0
        self._last: dict[tuple[str, Level], int] = {}
        self._indents = False

    def read(self, lines: list[Line]) -> Structure:
        self._indents = _indents(lines)
        for line in lines:
            self._take(line)
        self._made.passages = [_passage(each) for each in self._all]
        return self._made

    def _take(self, line: Line) -> None:
        mark = mark_of(line.text)
        if mark and self._begins(mark, line):
            self._resume()
            self._begin(mark, line)
        elif not self._all:
            self._made.front.append(line)
        elif self._made.ending or (not self._unfinished and is_ending(line.text)):
            self._made.ending.append(line)
        else:
            self._continue(line)

    def _resume(self) -> None:
        """What looked like the end was not: a clause follows."""
        for line in self._made.ending:
            self._continue(line)
        self._made.ending = []

    @property
    def _unfinished(self) -> bool:
        return bool(self._all) and self._all[-1].goes_on

    def _begins(self, mark: Mark, line: Line) -> bool:
        expected = self._expected(mark.level)
        if mark.ordinal == expected:
            if self._unfinished and not self._made.ending:
                self._doubt(line, f"“{mark.printed}”前面的一句好像没有写完，照编号看作新的一条")
            return True
        if self._unfinished and not (self._indents and line.indented):
            self._doubt(line, f"行首的“{mark.printed}”同上下的编号接不上，看作上一句的下半句")
            return False
        if not self._all and mark.level is not Level.CHAPTER and mark.ordinal > 1:
            return False
        if mark.ordinal == 1:
            self._doubt(line, f"编号从“{mark.printed}”重新开始，可能是另一部分或者附件")
        else:
            self._doubt(line, f"编号不连续：应当是第 {expected} 个，写的是“{mark.printed}”")
        return True

    def _expected(self, level: Level) -> int:
        if level is Level.ARTICLE:
            return self._article + 1
        parent = self._parent(level)
        return self._last.get((parent.id if parent else "", level), 0) + 1

    def _parent(self, level: Level) -> _Open | None:
        above = [each for each in self._open if each.mark.level < level]
        return above[-1] if above else None

    def _begin(self, mark: Mark, line: Line) -> None:
        parent = self._parent(mark.level)
        self._open = [each for each in self._open if each.mark.level < mark.level]
        made = _Open(mark, self._id(mark, parent, line), len(self._open))
        self._last[parent.id if parent else "", mark.level] = mark.ordinal
        if mark.level is Level.ARTICLE:
            self._article = mark.ordinal
        self._fill(made, mark)
        self._open.append(made)
        self._all.append(made)

    def _fill(self, made: _Open, mark: Mark) -> None:
        rest = mark.rest
        if mark.level <= Level.SECTION or is_heading(rest, mark.level):
            made.heading = rest
        else:
            made.heading, text = split_heading(rest, mark.level)
            made.text = [text] if text else []
            made.goes_on = not finished(rest)

    def _id(self, mark: Mark, parent: _Open | None, line: Line) -> str:
        own = _own_id(mark, parent)
        if own in self._ids and mark.level is Level.ARTICLE and parent:
            own = f"{parent.id}-{mark.ordinal}"
        if own in self._ids:
            own = next(f"{own}{letter}" for letter in _letters() if f"{own}{letter}" not in self._ids)
            self._doubt(line, f"“{mark.printed}”的编号前面已经有了，这一条的地址用 c{own}")
        self._ids.add(own)
        return own

    def _continue(self, line: Line) -> None:
        last = self._all[-1]
        if last.mark.level <= Level.SECTION and not last.heading and len(line.text) <= 30:
            last.heading = line.text
            return
        if last.goes_on and last.text:
            last.text[-1] = joined(last.text[-1], line.text)
        else:
            last.text.append(line.text)
        last.goes_on = not finished(line.text)

    def _doubt(self, line: Line, what: str) -> None:
        self._made.doubts.append(Doubt(line.number, what))


def _indents(lines: list[Line]) -> bool:
    """Whether the document indents the first lines of its paragraphs, and only these."""
    marked = [line for line in lines if mark_of(line.text)]
    share = sum(line.indented for line in marked) * 2 > len(marked)
    return share and not all(line.indented for line in lines)


def _letters() -> Iterator[str]:
    yield from "bcdefghijklmnopqrstuvwxyz"
    yield from (f"z{number}" for number in range(1, 1000))


def _own_id(mark: Mark, parent: _Open | None) -> str:
    if mark.level is Level.CHAPTER:
        return f"ch{mark.ordinal}"
    if mark.level is Level.SECTION:
        return f"{parent.id}s{mark.ordinal}" if parent else f"s{mark.ordinal}"
    if mark.level is Level.ARTICLE or parent is None:
        return str(mark.ordinal)
    return f"{parent.id}-{mark.ordinal}"


def _passage(each: _Open) -> Passage:
    text: list[str] = each.text
    parts: tuple[Passage, ...] = ()
    if text and each.mark.level is not Level.FIFTH:
        last, parts = _parts(text[-1], each)
        text = [*text[:-1], last] if last else text[:-1]
    return Passage(
        id=each.id,
        number=each.mark.printed,
        depth=each.depth,
        heading=each.heading,
        text=tuple(text),
        parts=parts,
    )


def _parts(paragraph: str, each: _Open) -> tuple[str, tuple[Passage, ...]]:
    """Circled items within a paragraph, where they run on from ①; the rest stays whole."""
    pieces = re.split(f"([{CIRCLED}])", paragraph)
    marks = pieces[1::2]
    if len(marks) < 2 or marks != list(CIRCLED[: len(marks)]):
        return paragraph, ()
    parts = tuple(
        Passage(id=f"{each.id}-{number}", number=mark, depth=each.depth + 1, text=(text,))
        for number, (mark, text) in enumerate(zip(marks, pieces[2::2], strict=True), 1)
    )
    return pieces[0], parts
