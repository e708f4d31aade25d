"""One agreement number stands in two projects.

What it does: refuses every agreement whose ``number`` occurs elsewhere in the register as well, and
names where. Blanks, full-width characters and upper or lower case make no difference.

Why: an agreement is signed for one project. A number used twice is a slip, or one agreement reported for
two projects.

Mend: look at the signed agreement and correct the number that is wrong.
"""

from generator.findings.finding import Bilingual, Grade, Problem

PROBLEM = Problem(
    code="R004",
    grade=Grade.ERROR,
    title=Bilingual("协议编号重复", "Agreement number used twice"),
    why=Bilingual(
        "一份协议只对一个项目。编号重复，不是抄错，就是一份协议报了两个项目。",
        "An agreement belongs to one project. A number used twice is a slip, or one agreement "
        "reported twice.",
    ),
    message=Bilingual(
        "协议编号 {value} 重复，这里也有：{others}。",
        "Agreement number {value} is also in: {others}.",
    ),
    remedy=Bilingual(
        "对照签字的协议，把抄错的编号改过来。",
        "Compare with the signed agreements and correct the wrong number.",
    ),
    clauses=("gongshi-register/agreements-unique",),
)
