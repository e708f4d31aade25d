"""How a kind of finding is written down in the catalogue."""

from generator.findings.finding import Bilingual, Grade, Problem

FORMAT = ("gongshi-register/format",)
FIELDS = ("gongshi-register/fields",)

Pair = tuple[str, str]


def problem(code: str, title: Pair, why: Pair, message: Pair, remedy: Pair) -> Problem:
    """A kind of finding of reading: each text in Chinese and English; all of them refuse."""
    return Problem(
        code=code,
        grade=Grade.ERROR,
        title=Bilingual(*title),
        why=Bilingual(*why),
        message=Bilingual(*message),
        remedy=Bilingual(*remedy),
        clauses=FORMAT if code.startswith("Y") else FIELDS,
    )
