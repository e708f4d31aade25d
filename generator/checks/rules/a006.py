"""A period that ends before it begins.

What it does: refuses a period of works, a mechanism's term or an agreement's term whose last day
lies before its first. One day alone (both the same) is a period.

Why: every rule and page that reckons with time would be wrong.

Mend: the two days are often just swapped, or the year is mistyped.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Path, Problem
from generator.records.linkages import Period
from generator.records.project import Project

PROBLEM = Problem(
    code="A006",
    grade=Grade.ERROR,
    title=Bilingual("期限的起止日期颠倒", "Period ends before it begins"),
    why=Bilingual(
        "起止日期颠倒，期限、到期日都算不出来。",
        "Nothing that depends on the period can be reckoned.",
    ),
    message=Bilingual(
        "{what}从 {start} 到 {end}，结束比开始还早。",
        "The {what} runs from {start} to {end}: it ends before it begins.",
    ),
    remedy=Bilingual(
        "核对 start 和 end，多半是写反了，或者年份写错了。",
        "Check start and end; they are swapped, or a year is wrong.",
    ),
    clauses=("gongshi-register/fields", "changji-2023-8/15"),
)

_WORKS = Bilingual("实施期限", "period of works")
_AGREED = Bilingual("协议期限", "agreement's term")


def check(project: Project, context: Context) -> Iterator[Hit]:
    for path, period in _reversed(project):
        what = _what(path, project, context)
        yield hit(PROBLEM, (*path, "end"), what=what, start=period.start, end=period.end)


def _reversed(project: Project) -> Iterator[tuple[Path, Period]]:
    if project.period.end < project.period.start:
        yield ("period",), project.period
    for number, linkage in enumerate(project.linkages):
        term = getattr(linkage, "term", None)
        if term and term.end < term.start:
            yield ("linkages", number, "term"), term
    for number, agreement in enumerate(project.agreements):
        term = agreement.term
        if term and term.end < term.start:
            yield ("agreements", number, "term"), term


def _what(path: Path, project: Project, context: Context) -> Bilingual:
    match path:
        case ("linkages", int(number), _):
            name = context.word("mechanisms", project.linkages[number].mechanism)
            return Bilingual(f"“{name.zh}”的期限", f"term of “{name.en}”")
        case ("agreements", *_):
            return _AGREED
        case _:
            return _WORKS
