"""The number of a bank card or account stands in an input.

What it does: refuses any input file that carries a bank card's number: 13 to 19 digits of an issuer,
with the right check digit (Luhn), solid or in groups, in full-width digits, or folded over two lines.
Beside a word such as 账号 or 卡号, 10 digits and more are enough. Dates, amounts, codes that begin with a
division code, and credit codes pass.

Why: money moves on account numbers. That it was paid by bank transfer is all that readers need.

Mend: delete it, and write the way of payment only: 银行转账.
"""

from generator.findings.finding import Bilingual, Grade, Problem

PROBLEM = Problem(
    code="P003",
    grade=Grade.ERROR,
    title=Bilingual("有银行卡号或账号", "Bank card or account number"),
    why=Bilingual(
        "银行账号贴出去，容易被人冒用。写明“银行转账”就够了。",
        "A published account number invites misuse; “bank transfer” is all that readers need.",
    ),
    message=Bilingual(
        "这里写了银行卡号或账号（已经遮住）。",
        "The number of a bank card or account stands here (masked).",
    ),
    remedy=Bilingual(
        "删掉号码，只写怎么付：银行转账。",
        "Delete the number; write only the way of payment, bank transfer.",
    ),
    clauses=("gongshi-register/personal-information",),
)
