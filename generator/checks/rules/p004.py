"""A private-use character stands in an input.

What it does: refuses any input file with characters from Unicode's private-use areas.

Why: such a character means something only with the font of the computer where it was made, often for a
rare character in a name. Elsewhere it is a blank box, or a different character.

Mend: use the character's standard code; most rare characters have had one for years. If it has none,
describe it.
"""

from generator.findings.finding import Bilingual, Grade, Problem

PROBLEM = Problem(
    code="P004",
    grade=Grade.ERROR,
    title=Bilingual("有自造字", "Private-use character"),
    why=Bilingual(
        "自己造的字换一台电脑就看不见，或者变成别的字。",
        "Such a character is a blank box, or another one, on every other computer.",
    ),
    message=Bilingual(
        "这一行有 {count} 个自造字（编码 {code}），别的电脑显示不出来。",
        "This line has {count} private-use character(s) ({code}), which other computers cannot show.",
    ),
    remedy=Bilingual(
        "换成标准字。生僻字多半已有标准编码，用新的输入法重新输入。",
        "Type it again with its standard code; most rare characters have one.",
    ),
    clauses=("gongshi-register/characters",),
)
