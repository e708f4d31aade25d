"""An identity number stands in an input.

What it does: refuses any input file, of records or of pages, that carries an identity number: 18
characters with a possible birthday and the right check character, solid or spaced, in full-width digits,
or folded over two lines. Written solid, a province and a birthday from 1900 to 2015 are enough: a mistyped
number tells as much as a right one. Beside a word such as 身份证, 15 or 18 digits are enough. No output
repeats it. A code with an upper-case prefix is none unless its check character is right.

Why: a full identity number on a notice board has hurt people and has been prosecuted. The data model has
no place for one, so wherever it stands it is a slip.

Mend: delete it from the file. If the file was passed on or committed, the number is in those copies, too.
If it is a code of yours, put capital letters before it.
"""

from generator.findings.finding import Bilingual, Grade, Problem

PROBLEM = Problem(
    code="P001",
    grade=Grade.ERROR,
    title=Bilingual("有身份证号码", "Identity number"),
    why=Bilingual(
        "身份证号码贴出去，会给群众惹麻烦，也违反规定。公示里用不着它。",
        "A published identity number harms people; a disclosure never needs one.",
    ),
    message=Bilingual(
        "这里写了身份证号码（已经遮住）。抄错一位的也算。",
        "An identity number stands here (masked). One with a wrong digit counts, too.",
    ),
    remedy=Bilingual(
        "从文件里删掉它，注释里也不要留。文件传给过别人的，那些副本也要删。"
        "真是别的编号的，前面加上大写字母，例如 ZC-。",
        "Delete it from the file, comments included, and from copies that were passed on. If it is some "
        "other number, put capital letters before it, such as ZC-.",
    ),
    clauses=("gongshi-register/personal-information",),
)
