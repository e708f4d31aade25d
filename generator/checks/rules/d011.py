"""A debt investment was signed later than the table of LPR is verified.

What it does: notes a debt investment whose agreement was signed after the day to which ``data/lpr.yaml``
was verified (``verified_to``). Rule D004 then judges by the last row it knows.

Why: a rate may have changed since. Whoever relies on the floor should know on what day it was checked.

Mend: look up the LPR published since, add its rows to ``data/lpr.yaml`` and move ``verified_to`` on.
"""

from collections.abc import Iterator

from generator.checks.promise import guaranteed, signed_for
from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D011",
    grade=Grade.NOTE,
    title=Bilingual("LPR 表还没有核对到签约那天", "LPR table not verified that far"),
    why=Bilingual(
        "利率可能又变了。拿旧利率去比，要让人知道。",
        "The rate may have changed since; a comparison with an old one has to say so.",
    ),
    message=Bilingual(
        "协议 {signed} 签订，利率表只核对到 {until}，保底是按表里最后一行比的。",
        "Signed on {signed}, but the table of rates is verified to {until} only; its last row was used.",
    ),
    remedy=Bilingual(
        "查 {until} 以后公布的一年期 LPR，补进 data/lpr.yaml，再把 verified_to 改到核对的那天。",
        "Look up the one-year LPR published after {until}, add it to data/lpr.yaml, and move verified_to on.",
    ),
    clauses=("changji-2023-8/13",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    rates = context.reference.lpr
    late = {}
    for _, linkage in guaranteed(project):
        found = signed_for(project, linkage) if linkage.investment_mode == "debt" else None
        if found and found[1].signed and not rates.covers(found[1].signed):
            late[found[0]] = found[1].signed
    for number, signed in sorted(late.items()):
        if context.binds(project, *PROBLEM.clauses):
            yield hit(PROBLEM, ("agreements", number, "signed"), signed=signed, until=rates.verified_to)
