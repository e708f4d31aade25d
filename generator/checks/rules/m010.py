"""A mechanism that ties in more households than the place has.

What it does: warns of a mechanism whose ``households`` are more than all farm households of the record's
place, as far as ``places.csv`` tells how many these are.

Why: a zero too many makes 600 of 60, and goes into the sums of the village, the township and the county.
A project of several villages stands at their township, so its households are those of the township.

Mend: correct the number; or, where the project really is of several villages, write the township's code.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="M010",
    grade=Grade.WARNING,
    title=Bilingual("带动的户比当地的农户还多", "More households than the place has"),
    why=Bilingual(
        "多写一个零，60 户就成了 600 户，村、乡镇、全县的数都跟着错。",
        "A zero too many goes into the sums of village, township and county.",
    ),
    message=Bilingual(
        "这种方式写的是带动 {households} 户，{place}一共只有 {whole} 户农户。",
        "This mechanism ties in {households} households; {place} has only {whole} in all.",
    ),
    remedy=Bilingual(
        "户数抄错的改过来。几个村合办的，实施地点写乡镇的代码。登记的农户数旧了的，请管理员更新。",
        "Correct the number. A project of several villages has the township's code as its place. Where the "
        "place's own number is out of date, bring that up to date.",
    ),
    clauses=("gongshi-register/places", "gongshi-register/sums"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    places = context.reference.places
    whole = places[project.place].households if project.place in places else None
    if whole is None:
        return
    for number, linkage in enumerate(project.linkages):
        households = linkage.beneficiaries.households
        if households > whole:
            name = places[project.place].name
            yield hit(
                PROBLEM,
                ("linkages", number, "beneficiaries", "households"),
                households=households,
                place=Bilingual(name, name),
                whole=whole,
            )
