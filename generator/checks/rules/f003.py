"""A fund source that did not exist in the project's year.

What it does: refuses a source outside its years of validity (vocabulary ``fund_sources``). It names
the source of the same level (marks ``central``, ``provincial``, ``prefecture``, ``county``) that was
valid in that year; where there is none, all public sources of the year.

Why: the funds changed their names in 2021 and in 2026. Sums by source are only right when every year
uses its own names.

Mend: take the name that the grant document uses, or correct the year.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import listed
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project
from generator.records.vocabulary import Term, Vocabulary

PROBLEM = Problem(
    code="F003",
    grade=Grade.ERROR,
    title=Bilingual("资金来源和年份对不上", "Fund source not valid in that year"),
    why=Bilingual(
        "资金在 2021 年、2026 年改过名称。各年用各年的名称，按来源算的合计才对。",
        "The funds changed their names in 2021 and 2026; sums by source are right only with each year's own.",
    ),
    message=Bilingual(
        "{year} 年没有“{source}”，它{years}。",
        "In {year} there was no “{source}”; it is valid {years}.",
    ),
    remedy=Bilingual(
        "{instead}先看下达文件上的名称；如果是年度写错了，改 year。",
        "{instead} Go by the grant document; if the year is wrong, correct year.",
    ),
    clauses=("gongshi-register/funding",),
)

_LEVELS = frozenset({"central", "provincial", "prefecture", "county"})


def check(project: Project, context: Context) -> Iterator[Hit]:
    sources = context.reference.vocabularies["fund_sources"]
    for number, fund in enumerate(project.funding):
        term = sources.terms[fund.source]
        if not term.valid_in(project.year):
            yield hit(
                PROBLEM,
                ("funding", number, "source"),
                year=project.year,
                source=Bilingual(term.label, term.en),
                years=_years(term),
                instead=_instead(term, sources, project.year),
            )


def _years(term: Term) -> Bilingual:
    first, last = term.first, term.last
    if first and last:
        return Bilingual(f"只用于 {first}—{last} 年", f"from {first} to {last}")
    if first:
        return Bilingual(f"从 {first} 年起才有", f"from {first} on")
    return Bilingual(f"只用到 {last} 年", f"up to {last}")


def _instead(term: Term, sources: Vocabulary, year: int) -> Bilingual:
    """What to write in that year: the source of the same level, else all public ones."""
    valid = [each for each in sources if each.valid_in(year)]
    level = term.marks & _LEVELS
    same = [each for each in valid if level and level <= each.marks]
    if same:
        names = listed(Bilingual(f"{each.label}（{each.code}）", f"{each.en} ({each.code})") for each in same)
        return Bilingual(f"{year} 年同级的是{names.zh}。", f"The source of that level in {year}: {names.en}.")
    public = [each for each in valid if {"assistance", "document"} <= each.marks]
    names = listed(Bilingual(f"{each.label}（{each.code}）", f"{each.en} ({each.code})") for each in public)
    return Bilingual(f"{year} 年的财政帮扶资金有：{names.zh}。", f"Public funds of {year}: {names.en}.")
