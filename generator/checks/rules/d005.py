"""A lease guarantees less than the assets lose in value.

What it does: adds up the yearly guarantee (``principal`` × ``guaranteed_rate``) of all leases
(``investment_mode: lease``) and refuses it where it is below the straight-line depreciation of the
income-bearing assets, each ``value`` / ``life_years``. Assets without ``life_years`` and assets disposed
of do not count. Where a part of the assets went in as shares instead, the leases answer for their part
of the principal only. A lease with an agreed buy-back (``buyback``) is reckoned otherwise and left alone.

Why: the clause sets the floor, so that the village's assets are not let until nothing is left of them.

Mend: renegotiate the rent to at least the depreciation shown, or correct the value or the useful life.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.promise import guaranteed, yearly
from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.linkages import AssetShareholding
from generator.records.project import Project

PROBLEM = Problem(
    code="D005",
    grade=Grade.ERROR,
    title=Bilingual("租赁的保底收益低于折旧", "Lease below depreciation"),
    why=Bilingual(
        "资产租给别人，保底收益不能低于资产折旧费。低于它，资产就越租越少。",
        "The guaranteed return of a lease may not be below depreciation: less would use the village's "
        "assets up.",
    ),
    message=Bilingual(
        "资产租赁每年保底 {promised} 元，低于每年的折旧 {depreciation} 元，少 {difference} 元。",
        "The lease guarantees {promised} yuan a year; depreciation is {depreciation} yuan a year, "
        "{difference} yuan more.",
    ),
    remedy=Bilingual(
        "和经营主体重新商定，每年保底不低于 {depreciation} 元；资产原值或折旧年限抄错的，改过来。"
        "约定了回购的，写进 buyback。",
        "Renegotiate to at least {depreciation} yuan a year, or correct the assets' value or life_years. "
        "If a buy-back was agreed, state it under buyback.",
    ),
    clauses=("changji-2023-8/13",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    leases = [each for each in guaranteed(project) if each[1].investment_mode == "lease"]
    if not leases:
        return
    returns = [yearly(linkage) for _, linkage in leases]
    if None in returns or any(linkage.buyback for _, linkage in leases):
        return
    promised = sum((each for each in returns if each), Decimal(0))
    depreciation = (_depreciation(project) * _part(project)).quantize(Decimal("0.01"))
    if promised < depreciation and context.binds(project, *PROBLEM.clauses):
        yield hit(
            PROBLEM,
            ("linkages", leases[0][0], "guaranteed_rate"),
            promised=money(promised),
            depreciation=money(depreciation),
            difference=money(depreciation - promised),
        )


def _depreciation(project: Project) -> Decimal:
    return sum(
        (
            asset.value / asset.life_years
            for asset in project.assets
            if asset.income_bearing and asset.life_years and asset.condition != "disposed"
        ),
        Decimal(0),
    )


def _part(project: Project) -> Decimal:
    """The leases' part of everything that was put in as assets; debt is money, not assets."""
    leased = shares = Decimal(0)
    for linkage in project.linkages:
        if isinstance(linkage, AssetShareholding):
            shares += linkage.valuation or Decimal(0)
    for _, linkage in guaranteed(project):
        if linkage.investment_mode == "lease":
            leased += linkage.principal or Decimal(0)
        elif linkage.investment_mode == "equity":
            shares += linkage.principal or Decimal(0)
    return leased / (leased + shares) if shares > 0 and leased > 0 else Decimal(1)
