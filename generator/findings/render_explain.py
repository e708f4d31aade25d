"""What there is to say of one kind of finding, for people and for programs."""

import json
import re
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import Protocol

from generator.findings.finding import GRADES, Bilingual, Grade, Problem
from generator.findings.remedies import remedy
from generator.findings.render_json import VERSION, texts
from generator.records.privacy import masked

_INDENT = "  "
_PLACE = re.compile(r"\{\w+\}")
_EFFECTS = {
    Grade.ERROR: Bilingual("不改好不能发布", "must be mended before publishing"),
    Grade.WARNING: Bilingual("可以发布，网页上会写明", "may be published, and is shown on the page"),
    Grade.NOTE: Bilingual("只是提醒", "a hint only"),
}
_WHY = Bilingual("为什么", "Why")
_SAYS = Bilingual("检查时这样说", "What it says")
_MEND = Bilingual("怎么改", "How to mend it")
_GROUND = Bilingual("依据", "Ground")
_REFUSED = Bilingual("这样写不行", "Refused")
_ACCEPTED = Bilingual("这样写可以", "Accepted")
_TOLD = Bilingual("这样会有提示；是实情的，照实写", "Told; where it is so, write it so")
_NOT_TOLD = Bilingual("这样没有提示", "Not told")
_DETAIL = Bilingual("细节", "Details")
_MORE = Bilingual("网页", "Page")


class Example(Protocol):
    """A fragment of a record, as it stands in the examples."""

    @property
    def text(self) -> str:
        """Its lines."""


class Examples(Protocol):
    """Fragments that a rule refuses, and others that it lets pass."""

    @property
    def bad(self) -> tuple[Example, ...]:
        """What it refuses."""

    @property
    def good(self) -> tuple[Example, ...]:
        """What it lets pass."""


class Explanation(Protocol):
    """What the catalogue of rules has to say of a code."""

    @property
    def problem(self) -> Problem:
        """The kind of finding."""

    @property
    def clauses(self) -> tuple[tuple[str, str], ...]:
        """The ids of its clauses, each with its citation."""

    @property
    def doc(self) -> str:
        """The docstring of its rule; empty where it has none."""

    @property
    def examples(self) -> Examples | None:
        """Its examples, where it has any."""


def render(explained: Explanation, *, lang: str = "zh", colour: bool = False, page: str | None = None) -> str:
    """The explanation as text; ``page`` is the full address of the code's page, where it is known."""
    problem = explained.problem
    grade = f"{GRADES[problem.grade].of(lang)}：{_EFFECTS[problem.grade].of(lang)}"
    if lang == "en":
        grade = f"{GRADES[problem.grade].en}: {_EFFECTS[problem.grade].en}"
    title = f"{problem.code} {problem.title.of(lang)}"
    lines = [_bold(title, colour), grade]
    for heading, text in _sections(explained, lang, page):
        lines += ["", _bold(heading.of(lang), colour), indent(text.rstrip("\n"), _INDENT)]
    return "\n".join(lines) + "\n"


def render_json(explained: Explanation, *, page: str | None = None) -> str:
    """The explanation as JSON text; ``{places}`` in message and remedy stand for particulars."""
    problem, examples = explained.problem, explained.examples
    data = {
        "version": VERSION,
        "code": problem.code,
        "grade": problem.grade.value,
        "title": texts(problem.title),
        "why": texts(problem.why),
        "message": texts(problem.message),
        "remedy": texts(problem.remedy),
        "clauses": [{"id": clause, "citation": citation} for clause, citation in explained.clauses],
        "doc": explained.doc,
        "bad": [masked(each.text) for each in examples.bad] if examples else [],
        "good": [masked(each.text) for each in examples.good] if examples else [],
        "page": page,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def index(problems: Iterable[Problem], lang: str = "zh") -> str:
    """All kinds of findings, one a line: code, grade, title."""
    return "".join(
        f"{each.code}  {GRADES[each.grade].of(lang)}  {each.title.of(lang)}\n" for each in problems
    )


def index_json(problems: Iterable[Problem]) -> str:
    """The same as JSON text."""
    listed = [{"code": each.code, "grade": each.grade.value, "title": texts(each.title)} for each in problems]
    return json.dumps({"version": VERSION, "problems": listed}, ensure_ascii=False, indent=2) + "\n"


def _sections(explained: Explanation, lang: str, page: str | None) -> Iterator[tuple[Bilingual, str]]:
    problem, examples = explained.problem, explained.examples
    yield _WHY, problem.why.of(lang)
    yield _SAYS, _open(problem.message.of(lang))
    yield _MEND, remedy(problem) if lang == "zh" else _open(problem.remedy.of(lang))
    if explained.clauses:
        yield _GROUND, "\n".join(citation for _, citation in explained.clauses)
    if examples:
        refused = problem.grade is Grade.ERROR
        yield _REFUSED if refused else _TOLD, _quoted(examples.bad)
        yield _ACCEPTED if refused else _NOT_TOLD, _quoted(examples.good)
    if lang == "en" and explained.doc:
        yield _DETAIL, explained.doc.strip()
    if page:
        yield _MORE, page


def _quoted(examples: tuple[Example, ...]) -> str:
    """Examples one after the other; those on private numbers show where these stand, not what they are."""
    return "\n".join(masked(each.text) for each in examples)


def _open(template: str) -> str:
    """A template with an ellipsis wherever a particular will stand."""
    return _PLACE.sub("…", template)


def _bold(text: str, colour: bool) -> str:
    return f"\033[1m{text}\033[0m" if colour else text
