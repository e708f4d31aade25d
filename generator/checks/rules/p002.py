"""A mobile number stands in an input.

What it does: refuses any input file that carries a mobile number: 11 digits beginning with 13 to 19,
solid or spaced as people space them, with or without the country code, in full-width digits, or folded
over two lines. Office landlines and 12317 are public and pass; so do codes with an upper-case prefix.

Why: a mobile number belongs to a person. Notices name an office telephone.

Mend: delete it, or write the office's landline instead.
"""

from generator.findings.finding import Bilingual, Grade, Problem

PROBLEM = Problem(
    code="P002",
    grade=Grade.ERROR,
    title=Bilingual("有手机号", "Mobile number"),
    why=Bilingual(
        "手机号是个人的。公示上留办公室的固定电话就行。",
        "A mobile number belongs to a person; a disclosure names an office telephone.",
    ),
    message=Bilingual(
        "这里写了手机号（已经遮住）。",
        "A mobile number stands here (masked).",
    ),
    remedy=Bilingual(
        "删掉它，换成办公室的固定电话，或者 12317。",
        "Delete it; write the office's landline or 12317 instead.",
    ),
    clauses=("gongshi-register/personal-information",),
)
