"""A debt investment guarantees less than the one-year LPR.

What it does: compares the ``guaranteed_rate`` of every debt investment (``investment_mode: debt``) with
the one-year loan prime rate in force on the day the agreement was signed. Where that day is later than
the table of rates was verified to, the last known row is used, and the message says so.

Why: the clause sets the floor, so that public money is not lent out for less than a bank would take. It
does not say which day's rate counts; this register takes the day of signing and shows the row it used.

Mend: renegotiate the guarantee to at least the rate shown. If the money was not lent but buys shares or
assets, correct ``investment_mode``.
"""

from collections.abc import Iterator

from generator.checks.promise import guaranteed, signed_for
from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import rate
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D004",
    grade=Grade.ERROR,
    title=Bilingual("债权投资的保底低于一年期 LPR", "Debt investment below the one-year LPR"),
    why=Bilingual(
        "债权投资的保底收益，不能低于一年期贷款市场报价利率（LPR）。低于它，等于把公家的钱便宜借出去。",
        "The guaranteed return of a debt investment may not be below the one-year loan prime rate: less "
        "would be lending public money too cheaply.",
    ),
    message=Bilingual(
        "协议 {signed} 签订，当天的一年期 LPR 是 {lpr}%（{published} 公布），保底收益率只有 {rate}%{known}。",
        "Signed on {signed}, when the one-year LPR was {lpr}% (published {published}), it guarantees only "
        "{rate}%{known}.",
    ),
    remedy=Bilingual(
        "和经营主体重新商定，保底收益率不低于 {lpr}%。不是债权投资的，改正 investment_mode。",
        "Renegotiate the guarantee to at least {lpr}%. If this is no debt investment, correct "
        "investment_mode.",
    ),
    clauses=("changji-2023-8/13",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    rates = context.reference.lpr
    for number, linkage in guaranteed(project):
        found = signed_for(project, linkage) if linkage.investment_mode == "debt" else None
        signed = found[1].signed if found else None
        row = rates.on(signed) if signed else None
        if linkage.guaranteed_rate is None or not signed or not row:
            continue
        if linkage.guaranteed_rate < row.percent and context.binds(project, *PROBLEM.clauses):
            until = rates.verified_to
            unsure = Bilingual(
                f"（利率表只核对到 {until}，这是表里的最后一行）",
                f" (the table is verified to {until} only; this is its last row)",
            )
            yield hit(
                PROBLEM,
                ("linkages", number, "guaranteed_rate"),
                signed=signed,
                lpr=rate(row.percent),
                published=row.published,
                rate=rate(linkage.guaranteed_rate),
                known="" if rates.covers(signed) else unsure,
            )
