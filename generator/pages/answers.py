"""What a reader wants to know first, answered in whole sentences made from the record."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter

from generator.pages.amounts import average, counted, money, yuan
from generator.pages.days import day, span
from generator.pages.groups import among
from generator.pages.promises import promise
from generator.pages.sentence import sentence
from generator.pages.site import Site
from generator.records.agreement import Agreement
from generator.records.assets import Asset
from generator.records.distribution import Distribution, Paid
from generator.records.outcome import Expected
from generator.records.project import Project

_NOTHING = Decimal(0)
_JOINT = ("共有", "持有")
"""How the names of several owners together end: they say already that these own it."""

_NAMED = 4
"""So many assets of one owner are named one by one; of more, the first stands for all."""


Said = tuple[str, str]
"""One sentence: its beginning, where that is to stand out, and the rest."""


Answer = tuple[str, tuple[Said, ...]]
"""A question and the sentences that answer it."""


def answers(project: Project, site: Site) -> list[Answer]:
    """Whose are the assets, who runs them, how do households share, what was promised, what was paid."""
    return [
        ("资产归谁", _plain(_ownership(project, site))),
        ("谁来经营", _plain([_operation(project, site)])),
        ("农户怎样得益", tuple(_shares(project, site))),
        ("承诺了什么", _plain(_promised(project, site))),
        ("兑现了多少", _plain(_delivered(project, site))),
    ]


def _plain(sentences: Iterable[str]) -> tuple[Said, ...]:
    return tuple([("", sentence) for sentence in sentences])


def _begun(project: Project, site: Site) -> bool:
    return not site.marked(project.stage, "stages", "open")


def _ownership(project: Project, site: Site) -> Iterator[str]:
    owners: dict[str, list[Asset]] = {}
    for asset in project.assets:
        owners.setdefault(asset.owner.name if asset.owner else "", []).append(asset)
    if not owners:
        yield "本项目没有登记资产。" if _begun(project, site) else "项目还没有建成，资产还没有登记。"
    for owner, assets in owners.items():
        whose = owner if owner.endswith(_JOINT) else f"{owner}所有"
        yield f"{_named(assets)}归{whose}。" if owner else f"{_named(assets)}归谁所有，还没有写明。"
    rights = {
        (site.label(asset.income_rights.held_by, "rights_holders"), asset.income_rights.count)
        for asset in project.assets
        if asset.income_rights
    }
    for holder, number in sorted(rights):
        yield f"收益权归{holder}，共 {number:,} 份。"


def _named(assets: list[Asset]) -> str:
    names = "、".join([asset.name for asset in assets[:_NAMED]])
    return names if len(assets) <= _NAMED else f"{names}等 {len(assets)} 项资产"


def _operation(project: Project, site: Site) -> str:
    operator = project.operator
    if operator:
        kind = site.label(operator.kind, "operator_kinds")
        return f"由{operator.name}（{kind}）经营。"
    if project.kind == "household":
        return "补助到户，由农户自己经营。"
    return "没有写明经营主体。" if _begun(project, site) else "还没有确定经营主体。"


def _shares(project: Project, site: Site) -> Iterator[Said]:
    if not project.linkages:
        yield "", "这个项目没有写联农带农机制。"
    for linkage in project.linkages:
        name = site.label(linkage.mechanism, "mechanisms")
        group = linkage.beneficiaries
        tied = f"{counted('，带动', group.households)}农户{among(group, site)}"
        yield name, f"{tied}。{promise(linkage, site)}"


def _promised(project: Project, site: Site) -> Iterator[str]:
    expected = _expected(project.expected) if project.expected else ""
    yield expected or "没有写明预期成效。"
    if project.expected and project.expected.other and expected:
        yield f"另外：{sentence(project.expected.other)}"
    if project.agreements:
        yield _term(project.agreements, site.as_of)


def _term(agreements: Sequence[Agreement], as_of: date) -> str:
    terms = [agreement.term for agreement in agreements if agreement.term]
    if not terms:
        return "协议没有写明期限。"
    newest = max(terms, key=attrgetter("start", "end"))
    over = "，已经到期" if newest.end < as_of else ""
    return f"最近一份协议的期限是 {span(newest.start, newest.end)}{over}。"


def _expected(expected: Expected) -> str:
    parts = [
        f"{counted('带动', expected.households)}农户" if expected.households is not None else "",
        f"提供 {expected.jobs} 个岗位" if expected.jobs else "",
        f"村集体每年增收 {money(expected.collective_income)}" if expected.collective_income else "",
        f"每户每年增收 {yuan(expected.household_income)}" if expected.household_income else "",
    ]
    told = "，".join(filter(None, parts))
    return f"预计{told}。" if told else (expected.other or "")


def _delivered(project: Project, site: Site) -> Iterator[str]:
    years = sorted(project.distributions, key=lambda each: each.year)
    if not years:
        yield "还没有公布收益分配。" if _begun(project, site) else "项目还没有建成，没有收益。"
        return
    yield from _of_year(years[-1], site)
    if years[-1].note:
        yield f"说明：{sentence(years[-1].note)}"
    if len(years) > 1:
        income = sum([each.income for each in years], _NOTHING)
        direct = sum([each.paid_to_households for each in years], _NOTHING)
        told = f"{years[0].year} 年到 {years[-1].year} 年，村里一共收到 {money(income)}"
        yield told + (f"，直接付给农户 {money(direct)}。" if direct else "。")


def _of_year(year: Distribution, site: Site) -> Iterator[str]:
    received = f"村里收到 {yuan(year.income)}" if year.income else "村里没有收到收益"
    left = f"，上年结转 {yuan(year.brought_forward)}" if year.brought_forward else ""
    reserve = f"，先提取公积公益金 {yuan(year.reserve)}" if year.reserve else ""
    yield f"{year.year} 年{received}{left}{reserve}{_state(year)}"
    if year.uses:
        uses = [f"{site.short(use.use, 'uses')} {yuan(use.amount)}" for use in year.uses]
        kept = f"；结转下年 {yuan(year.carried_forward)}" if year.carried_forward else ""
        yield f"这笔钱用于：{'、'.join(uses)}{kept}。"
    for payment in year.payments:
        name = site.label(payment.mechanism, "mechanisms")
        told = f"{counted('直接付给', payment.households)}农户"
        each = average(payment.amount, payment.households)
        yield f"{year.year} 年经营主体按“{name}”{told} {yuan(payment.amount)}{each}。"
    if year.paid and year.payments and not _shared_out(year):
        yield f"付给农户的钱，{_paid(year.paid)}。"


def _shared_out(year: Distribution) -> bool:
    """Whether the village had anything to share out; otherwise what was paid is the operator's money."""
    return bool(year.income or year.brought_forward)


def _paid(paid: Paid) -> str:
    return f"{day(paid.on)}通过{paid.way}发到位"


def _state(year: Distribution) -> str:
    if not _shared_out(year):
        return "。"
    if year.paid:
        return f"，{_paid(year.paid)}。"
    return (
        f"，分配方案已由{year.decided.meeting}通过，还没有发放。" if year.decided else "，还没有定下怎么分。"
    )
