"""The poster of a model case: what was done, what it brought, how households share."""

from collections.abc import Sequence
from decimal import Decimal

from generator.library.cases import Case
from generator.notices.desk import Desk
from generator.notices.sheet import Closing, Figures, Para, Part, Sheet
from generator.notices.views import common
from generator.notices.views.years import years_table
from generator.notices.wording import day, sentence, tidy
from generator.pages.amounts import households, rough
from generator.records.project import Project
from generator.records.summary import latest

POSTER_SIZES = (18, 17, 16, 15, 14, 13, 12, 11.5, 11, 10.5)


def case(model: Case, projects: Sequence[Project], desk: Desk) -> Sheet:
    """The sheet of a case and its records; title and lede are the case's, all figures the records'."""
    newest = max(latest(each) for each in projects)
    publisher = desk.site.settings.publisher.name or projects[0].implementer.name
    places = "、".join(dict.fromkeys(desk.place(each.place) for each in projects))
    phones = dict.fromkeys(phone for each in projects for phone in each.supervision.hotlines)
    return Sheet(
        title=("联农带农案例", tidy(model.title)),
        intro=(_lede(model, projects),),
        parts=tuple(_parts(projects, desk)),
        closing=Closing(
            contacts=(("地点", places), ("咨询电话", "、".join(phones)), ("数据截至", day(newest))),
            issuer=publisher,
            date=day(newest),
            url=desk.url(model.address),
            caption="扫码看做法和数据",
        ),
        foot=desk.foot(f"项目编号：{'、'.join(each.id for each in projects)}", model.address),
        author=publisher,
        keywords=tuple(each.id for each in projects),
        demo=desk.demo,
        big=28,
        sizes=POSTER_SIZES,
    )


def _lede(model: Case, projects: Sequence[Project]) -> str:
    scopes = "".join(sentence(each.scope) for each in projects)
    return tidy(f"{sentence(model.description)}{scopes}")


def _parts(projects: Sequence[Project], desk: Desk) -> list[Part]:
    parts = [Part((Figures(tuple(_figures(projects))),))]
    ways = [line for each in projects for line in common.promised(each, desk).split("\n")]
    parts.append(Part(tuple(Para(tidy(line)) for line in ways), "农户怎样得益"))
    for each in projects:
        table = years_table(each, desk)
        if table:
            title = "村集体的收益怎样分" if len(projects) == 1 else f"收益怎样分：{tidy(each.name)}"
            parts.append(Part((table,), title, "单位：元"))
    met = [
        sentence(each.completion.targets) for each in projects if each.completion and each.completion.targets
    ]
    return [*parts, Part(tuple(Para(each) for each in met), "目标完成得怎样")] if met else parts


def _figures(projects: Sequence[Project]) -> list[tuple[str, str]]:
    """The sums over the records. A household may be in several, so the largest stands for all."""
    direct = common.total([each.paid_to_households for one in projects for each in one.distributions])
    reach = households(max(each.households for each in projects))
    figures = [
        (common.total([each.investment for each in projects]), "总投入"),
        (common.total([each.income for each in projects]), "村集体累计收益"),
        (direct, "累计直接付给农户"),
    ]
    told = [(tidy(rough(amount)), label) for amount, label in figures if amount > Decimal(0)]
    return [told[0], (tidy(reach), "带动农户" if len(projects) == 1 else "至少带动农户"), *told[1:]]
