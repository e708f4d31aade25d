"""No expected outcome, or an empty one.

What it does: refuses a project that states no expected outcome (预期成效): no number above zero, and
no other outcome in words. It asks this of every project, as the notice before the works has to tell
it for every kind.

Why: without a clear expected outcome an operating project may not enter the library; and without it
nobody can say later whether the project did what it was paid for.

Mend: write under ``expected`` how many households, posts or yuan a year are expected.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.outcome import Expected
from generator.records.project import Project

PROBLEM = Problem(
    code="M003",
    grade=Grade.ERROR,
    title=Bilingual("没有预期成效", "No expected outcome"),
    why=Bilingual(
        "没有明确成效的项目不得入库。先说清要达到什么，以后才能对照做到了没有。",
        "A project without a clear expected outcome may not enter the library; only what was stated "
        "beforehand can be held against what came of it.",
    ),
    message=Bilingual(
        "{what}。",
        "The expected outcome is {what}.",
    ),
    remedy=Bilingual(
        "在 expected 下面用数字写：带动多少户、多少个岗位、村集体或每户一年增收多少元。"
        "没有数字的，在 other 里写可以检查的成效。",
        "State households, posts or yuan a year under expected, or a verifiable outcome under other.",
    ),
    clauses=("ningling-2022-106/7-1", "ningling-2022-106/7-2", "changji-2023-8/16"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    expected = project.expected
    if expected is None:
        yield hit(PROBLEM, ("expected",), what=Bilingual("没有写预期成效", "missing"))
    elif not _says_something(expected):
        yield hit(
            PROBLEM, ("expected",), what=Bilingual("预期成效里没有一个大于 0 的数，也没有写其他成效", "empty")
        )


def _says_something(expected: Expected) -> bool:
    numbers = (
        expected.households,
        expected.jobs,
        expected.collective_income,
        expected.household_income,
    )
    return bool(expected.other) or any(number is not None and number > 0 for number in numbers)
