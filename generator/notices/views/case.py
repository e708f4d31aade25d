"""The poster of a model case: what was done, what it brought, how households share."""

from decimal import Decimal

from generator.notices.desk import Desk
from generator.notices.sheet import Closing, Figures, Para, Part, Sheet
from generator.notices.views import common
from generator.notices.views.years import years_table
from generator.notices.wording import day, sentence, tidy
from generator.pages.address import project_address
from generator.pages.amounts import households, rough
from generator.records.project import Project
from generator.records.summary import latest

POSTER_SIZES = (18, 17, 16, 15, 14, 13, 12, 11.5, 11, 10.5)


def case(project: Project, desk: Desk) -> Sheet:
    """The sheet of a record that has mechanisms and distributions; all figures come from the record."""
    address = project_address(project.id)
    place = desk.place(project.place)
    publisher = desk.site.settings.publisher.name or project.implementer.name
    return Sheet(
        title=("联农带农案例", tidy(project.name)),
        intro=(_lede(project, desk),),
        parts=tuple(_parts(project, desk)),
        closing=Closing(
            contacts=(
                ("项目地点", tidy(place)),
                ("咨询电话", "、".join(project.supervision.hotlines)),
                ("数据截至", day(latest(project))),
            ),
            issuer=publisher,
            date=day(latest(project)),
            url=desk.url(address),
            caption="扫码看全部数据",
        ),
        foot=desk.foot(f"项目编号：{project.id}", address),
        author=publisher,
        keywords=(project.id, place),
        demo=desk.demo,
        big=28,
        sizes=POSTER_SIZES,
    )


def _lede(project: Project, desk: Desk) -> str:
    run = f"，由{project.operator.name}经营" if project.operator else ""
    owner = f"资产归{common.owners(project)[0]}所有" if common.owners(project) else ""
    told = f"{owner}{run}" if owner else run.removeprefix("，")
    return tidy(f"{sentence(project.scope)}{sentence(told)}")


def _parts(project: Project, desk: Desk) -> list[Part]:
    direct = sum((each.paid_to_households for each in project.distributions), Decimal(0))
    figures = [
        (rough(project.investment), "总投入"),
        (households(project.households), "带动农户"),
        (rough(project.income), "村集体累计收益"),
        (rough(direct), "累计直接付给农户"),
    ]
    items = tuple((tidy(value), label) for value, label in figures if not value.startswith("0 "))
    ways = tuple(Para(tidy(each)) for each in common.promised(project, desk).split("\n"))
    parts = [Part((Figures(items),)), Part(ways, "农户怎样得益")]
    table = years_table(project, desk)
    if table:
        parts.append(Part((table,), "村集体的收益怎样分", "单位：元"))
    targets = project.completion.targets if project.completion else None
    if targets:
        parts.append(Part((Para(sentence(targets)),), "目标完成得怎样"))
    return parts
