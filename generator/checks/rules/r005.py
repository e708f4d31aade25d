"""Two projects claim the same asset.

What it does: refuses every asset whose ``code`` occurs elsewhere in the register as well, and names
where. Blanks, full-width characters and upper or lower case make no difference.

Why: an asset was made once, with one project's money. Claimed twice, it is counted and shown twice.

Mend: keep the asset in the project that made it; in the other, correct the code or take the asset out.
"""

from generator.findings.finding import Bilingual, Grade, Problem

PROBLEM = Problem(
    code="R005",
    grade=Grade.ERROR,
    title=Bilingual("资产编号重复", "Asset claimed twice"),
    why=Bilingual(
        "一项资产只由一个项目形成。报了两次，就会算两遍。",
        "An asset was made by one project; claimed twice, it is counted twice.",
    ),
    message=Bilingual(
        "资产编号 {value} 重复，这里也有：{others}。",
        "Asset code {value} is also in: {others}.",
    ),
    remedy=Bilingual(
        "资产留在形成它的项目里；另一个项目改正编号，或者删掉这项资产。",
        "Keep the asset in the project that made it; in the other, correct the code or remove the asset.",
    ),
    clauses=("gongshi-register/assets-unique",),
)
