"""The place is not in the place file, or is no township or village.

What it does: refuses a record whose ``place`` is not in ``data/places.csv``, and proposes the places
that the project's name mentions and those whose code differs in a digit or two. A county, or a unit
above it, is refused as well: a project belongs to a village, or to a township if several villages share
it.

Why: villagers look for their village. A project with a wrong place is on nobody's page.

Mend: write the 12-digit code of the village. If the place is missing from ``data/places.csv``, add it.
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.places import Place, Places
from generator.records.project import Project

PROBLEM = Problem(
    code="R003",
    grade=Grade.ERROR,
    title=Bilingual("实施地点不对", "Wrong place"),
    why=Bilingual(
        "群众按村找项目。地点写错了，哪个村的网页上都找不到它。",
        "People look for their village; a project with a wrong place is on nobody's page.",
    ),
    message=Bilingual(
        "实施地点 {place} {what}。",
        "The place {place} {what}.",
    ),
    remedy=Bilingual(
        "写村的 12 位代码；几个村合办的，写乡镇的。{nearest}",
        "Write the village's 12-digit code, or the township's if several villages share it. {nearest}",
    ),
    clauses=("gongshi-register/places",),
)

_LEVELS = ("township", "village")
_MOST = 3


def check(project: Project, context: Context) -> Iterator[Hit]:
    places = context.reference.places
    if project.place not in places:
        what = Bilingual("不在地名表 data/places.csv 里", "is not in data/places.csv")
    elif places[project.place].level not in _LEVELS:
        name = places[project.place].name
        what = Bilingual(f"是{name}，不是村，也不是乡镇", f"is {name}, neither a village nor a township")
    else:
        return
    nearest = _proposals(project, places)
    names = "、".join(f"{place.code}（{places.full_name(place.code)}）" for place in nearest)
    add = Bilingual("地名表里没有的，先补进去。", "If data/places.csv lacks it, add it there first.")
    proposed = Bilingual(f"是不是这个：{names}？", f"Perhaps: {names}?")
    yield hit(PROBLEM, ("place",), place=project.place, what=what, nearest=proposed if nearest else add)


def _proposals(project: Project, places: Places) -> list[Place]:
    """Places that the project's name mentions, then those with the nearest codes; the best first."""
    listed = _listed(places)
    mentioned = [place for place in listed if place.name in project.name]
    mentioned.sort(key=lambda place: (-len(_mentioned(place, places, project.name)), place.code))
    near = [(_differing(place.code, project.place), place.code) for place in listed]
    codes = [code for count, code in sorted(near) if count <= 2]
    return list(dict.fromkeys([*mentioned, *(places[code] for code in codes)]))[:_MOST]


@lru_cache(maxsize=8)
def _listed(places: Places) -> tuple[Place, ...]:
    return tuple(place for place in places if place.level in _LEVELS)


def _mentioned(place: Place, places: Places, name: str) -> str:
    """What of a place and those above it the name mentions."""
    return "".join(each.name for each in places.line(place.code) if each.name in name)


def _differing(one: str, other: str) -> int:
    """How many digits differ; two neighbours exchanged count as one."""
    wrong = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        first, second = wrong
        if (one[first], one[second]) == (other[second], other[first]):
            return 1
    return len(wrong)
