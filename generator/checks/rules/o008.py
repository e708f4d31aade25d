"""An asset's value or useful life that is not above zero.

What it does: refuses an asset whose value or whose useful life in years is zero or less.

Why: depreciation, the floor of a lease, and every total of assets are reckoned from these two.

Mend: write the value at which the asset was entered, and the years of straight-line depreciation.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="O008",
    grade=Grade.ERROR,
    title=Bilingual("资产原值或折旧年限不大于 0", "Asset value or useful life not positive"),
    why=Bilingual(
        "租金的底线、资产的合计都从这两个数算出。",
        "The floor of a lease and all totals of assets are reckoned from these two numbers.",
    ),
    message=Bilingual(
        "“{asset}”的{what}写的是 {value}，应当大于 0。",
        "“{asset}”: {what} is {value}, but should be above zero.",
    ),
    remedy=Bilingual(
        "原值写入账的金额，单位元；折旧年限写整年数，不知道的删去 life_years 这一行。",
        "Write the value in yuan as entered, and whole years; leave life_years out if it is unknown.",
    ),
    clauses=("gongshi-register/sums",),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, asset in enumerate(project.assets):
        if asset.value <= 0:
            what, value = Bilingual("原值", "the value in yuan"), money(asset.value)
            yield hit(PROBLEM, ("assets", number, "value"), asset=asset.name, what=what, value=value)
        if asset.life_years == 0:
            what = Bilingual("折旧年限", "the useful life in years")
            yield hit(PROBLEM, ("assets", number, "life_years"), asset=asset.name, what=what, value="0")
