"""A large part of a year's income was simply handed out.

What it does: warns when the uses with the mark ``handout`` come to more than ``handout_max_percent`` of
a year's uses.

Why: both documents want income to work for the village, in infrastructure, posts, upkeep and public
good, instead of being given away in cash or goods. Neither states a limit; the percentage is the
register's own line of attention, and staying below it proves nothing.

Mend: use the money for the purposes that the documents name, or share it out by shares or work. What was
handed out already stays in the record.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import money, rate
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="D009",
    grade=Grade.WARNING,
    title=Bilingual("直接发钱发物太多", "Mostly handed out"),
    why=Bilingual(
        "村集体收益要重点用在产业设施、公益岗位、运营维护和公益事业上，杜绝简单发钱发物。",
        "Income is meant for infrastructure, posts, upkeep and public good, not for plain hand-outs.",
    ),
    message=Bilingual(
        "{year} 年直接发钱发物 {handouts} 元，占使用的 {part}%，超过 {limit}%。",
        "In {year} {handouts} yuan were simply handed out, {part}% of all uses, more than {limit}%.",
    ),
    remedy=Bilingual(
        "以后多用在产业设施、公益岗位、运营维护和公益事业上，或者按份额、按劳动分。已经发了的照实写。",
        "From now on prefer infrastructure, posts, upkeep and public good, or share out by shares or work. "
        "What was handed out stays in the record.",
    ),
    clauses=("ningling-2022-106/5-2", "changji-2023-8/11"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    every = context.all_marked("uses", "handout")
    for number, year in enumerate(project.distributions):
        marked = [at for at, use in enumerate(year.uses) if use.use in every]
        if not marked:
            continue
        handouts = sum((year.uses[at].amount for at in marked), Decimal(0))
        limit = context.parameter("handout_max_percent", project)
        if year.used > 0 and handouts * 100 > year.used * limit:
            yield hit(
                PROBLEM,
                ("distributions", number, "uses", marked[0]),
                year=year.year,
                handouts=money(handouts),
                part=rate((handouts * 100 / year.used).quantize(Decimal("0.1"))),
                limit=rate(limit),
            )
