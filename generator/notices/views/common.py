"""Facts and tables that several sheets show."""

from decimal import Decimal

from generator.notices.desk import Desk
from generator.notices.sheet import Facts, Para, Part, Table
from generator.notices.wording import months, sentence, tidy, wan, yuan
from generator.pages.amounts import households
from generator.pages.groups import in_words
from generator.pages.promises import promise
from generator.pages.terms import terms
from generator.records.linkages import Linkage
from generator.records.outcome import Expected
from generator.records.project import Project


def village(project: Project, desk: Desk) -> str:
    """Where a project is, with the spot in the village."""
    place = desk.place(project.place)
    return tidy(f"{place}（{project.site}）" if project.site else place)


def implementer(project: Project) -> str:
    """Who carries it out, and who answers for it."""
    return f"{project.implementer.name}（责任人：{project.implementer.responsible}）"


def works(project: Project) -> str:
    """The period of works by months."""
    return months(project.period.start, project.period.end)


def funding(project: Project, desk: Desk) -> str:
    """All sources with their documents in one sentence."""
    if not project.funding:
        return ""
    parts = (
        f"{desk.site.label(fund.source, 'fund_sources')}{wan(fund.amount)}万元"
        + (f"（{fund.document}）" if fund.document else "")
        for fund in project.funding
    )
    return f"合计{wan(project.investment)}万元。{'；'.join(parts)}。"


def operator(project: Project, desk: Desk) -> str:
    """Who runs it."""
    found = project.operator
    if found is None:
        return "补助到户，由农户自己经营" if project.kind == "household" else ""
    code = f"，统一社会信用代码{found.credit_code}" if found.credit_code else ""
    return f"{found.name}（{desk.site.label(found.kind, 'operator_kinds')}{code}）"


def expected(outcome: Expected | None) -> str:
    """The expected outcome in a sentence."""
    if outcome is None:
        return ""
    parts = (
        f"带动农户{households(outcome.households)}" if outcome.households is not None else "",
        f"提供岗位{outcome.jobs}个" if outcome.jobs else "",
        f"村集体每年增收{wan(outcome.collective_income)}万元" if outcome.collective_income else "",
        f"户均每年增收{yuan(outcome.household_income)}元" if outcome.household_income else "",
        (outcome.other or "").rstrip("。"),
    )
    return sentence("，".join(part for part in parts if part))


def reach(linkage: Linkage, desk: Desk) -> str:
    """Whom a mechanism ties in."""
    return tidy(in_words(linkage.beneficiaries, desk.site))


def agreed(linkage: Linkage, desk: Desk) -> str:
    """The terms of a mechanism, and its note."""
    told = "；".join(f"{label}：{tidy(value).rstrip('。；')}" for label, value in terms(linkage, desk.site))
    note = f"说明：{sentence(linkage.note)}" if linkage.note else ""
    return f"{told}。{note}" if told else note


def promised(project: Project, desk: Desk) -> str:
    """All mechanisms in sentences."""
    return "\n".join(
        f"{desk.site.label(each.mechanism, 'mechanisms')}：带动{reach(each, desk)}。"
        f"{tidy(promise(each, desk.site))}"
        for each in project.linkages
    )


def linkages_table(project: Project, desk: Desk) -> Table:
    """The mechanisms with whom they tie in and what was agreed."""
    return Table(
        head=("联结方式", "带动对象", "约定内容"),
        rows=tuple(
            (desk.site.label(each.mechanism, "mechanisms"), reach(each, desk), agreed(each, desk))
            for each in project.linkages
        ),
        columns=("5.4em", "9em", "1fr"),
        align="cll",
    )


def owners(project: Project) -> tuple[str, ...]:
    """The owners of the assets, each once; those that have most assets first."""
    names = [asset.owner.name for asset in project.assets if asset.owner]
    return tuple(sorted(dict.fromkeys(names), key=lambda name: -names.count(name)))


def issuer(project: Project, desk: Desk) -> str:
    """Who signs for what became of a project: the owner where it is the village, else the implementer."""
    sunk = desk.site.reference.vocabularies["owner_kinds"].marked("sunk")
    named = [asset.owner for asset in project.assets if asset.owner]
    owner = next((each for each in named if each.kind in sunk and each.kind != "households"), None)
    return owner.name if owner and len(owner.name) <= 30 else project.implementer.name


def nothing(title: str, text: str) -> Part:
    """A section that has nothing to show but a sentence."""
    return Part((Para(text),), title)


def facts(*rows: tuple[str, ...]) -> Facts:
    """Facts without those that are not known; rows of four stay as they are."""
    return Facts(tuple(tuple(tidy(cell) for cell in row) for row in rows if len(row) == 4 or row[1]))


def total(amounts: list[Decimal]) -> Decimal:
    """The sum of amounts, in yuan."""
    return sum(amounts, Decimal(0))
