"""Something is to be mended, but no deadline was set.

What it does: refuses an inspection whose result has the mark ``deadline`` (to be rectified, to be
disposed of) and that states no ``deadline``.

Why: without a day by which it is to be mended, nobody can tell whether it is late.

Mend: write the deadline that was set; if none was, set one.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="N004",
    grade=Grade.ERROR,
    title=Bilingual("要整改却没有期限", "To be mended, without a deadline"),
    why=Bilingual(
        "没有期限，就说不清改得晚不晚。",
        "Without a deadline nobody can tell whether it is late.",
    ),
    message=Bilingual(
        "{day} 检查的结果是“{result}”，没有写期限。",
        "The inspection of {day} says “{result}”, but sets no deadline.",
    ),
    remedy=Bilingual(
        "在这次检查下面写 deadline；当时没有定的，现在定一个。",
        "Write deadline under this inspection; if none was set, set one.",
    ),
    clauses=("gongshi-register/inspection", "ningling-2022-106/7-2", "changji-2023-8/16"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, inspection in enumerate(project.inspections):
        if inspection.deadline is None and context.marked(
            "inspection_results", inspection.result, "deadline"
        ):
            yield hit(
                PROBLEM,
                ("inspections", number, "deadline"),
                day=inspection.on,
                result=context.word("inspection_results", inspection.result),
            )
