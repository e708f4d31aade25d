"""Model cases: their figures and the way of the money, taken from the records that they name."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.library.cases import Case, reasons
from generator.pages.amounts import counted, households, money, rough, yuan
from generator.pages.overview import Overview
from generator.pages.page import PageError
from generator.pages.printed import of_case
from generator.pages.site import Site
from generator.pages.tally import Tally, by_year, tally
from generator.records.distribution import Distribution
from generator.records.linkages import AssetShareholding, GuaranteedDividend
from generator.records.project import Project
from generator.records.summary import Row

_ARROWS = {"lease": "租给", "debt": "借给", "equity": "入股到"}
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Tile:
    """A case as the list of cases shows it: what it is found by, and how it went."""

    case: Case
    rows: list[Row]
    mechanisms: list[str]
    channels: list[str]
    industries: list[str]
    total: Tally


@dataclass(frozen=True, slots=True)
class Flow:
    """The way of one project's money in one year, in words and yuan."""

    project: Project
    sources: list[tuple[str, str]]
    assets: str
    arrow: str
    operator: str
    year: Distribution | None
    village: list[tuple[str, str]]
    direct: list[tuple[str, str]]


def case_list(overview: Overview, up: str) -> str:
    """The model cases in short; nothing where there are none."""
    if not overview.shelf.models:
        return ""
    return overview.site.render("case/list.html", tiles=_tiles(overview), up=up)


def case_cards(overview: Overview, up: str) -> str:
    """All model cases, to be looked through by mechanism, channel and industry."""
    tiles = _tiles(overview)
    choices = [
        ("channels", "收入", _met(overview, "channels", [code for each in tiles for code in each.channels])),
        ("mechanisms", "方式", _met(overview, "mechanisms", [c for each in tiles for c in each.mechanisms])),
        ("industries", "产业", _met(overview, "industries", [c for each in tiles for c in each.industries])),
    ]
    marks = {
        code: number for number, code in enumerate((code for _, _, codes in choices for code in codes), 1)
    }
    return overview.site.render("case/cards.html", tiles=tiles, choices=choices, marks=marks, up=up)


def case_head(overview: Overview, up: str, page: str) -> str:
    """Which projects a case tells of, and why it is no model where it is none."""
    case = _case(overview, page)
    return overview.site.render(
        "case/head.html",
        tile=_tile(case, overview.by_number, overview.site),
        against=[(project, reason.zh) for project, reason in reasons(case, overview.by_number)],
        up=up,
    )


def case_flow(overview: Overview, up: str, page: str) -> str:
    """How the money goes from its sources to the households, as a diagram."""
    flows = [_flow(project, overview.site) for project in overview.shelf.of_case(_case(overview, page))]
    return overview.site.render("case/flow.html", flows=flows, up=up)


def case_results(overview: Overview, up: str, page: str) -> str:
    """What the projects of a case promised and brought, year by year."""
    case = _case(overview, page)
    rows = [row for row in overview.rows if row.id in case.projects]
    return overview.site.render(
        "case/results.html",
        total=tally(rows, overview.site),
        years=by_year(rows, overview.site),
        tied=[line for project in overview.shelf.of_case(case) for line in _tied(project, overview.site)],
        promised=[line for project in overview.shelf.of_case(case) for line in _promised(project)],
        up=up,
    )


def case_paper(overview: Overview, up: str, page: str) -> str:
    """What a case's page needs on paper, and its poster where the site carries one."""
    case = overview.shelf.cases.get(page)
    if case is None:
        return ""
    choices = overview.site.settings.notices.sheets if case in overview.shelf.models else ()
    printed = list(of_case(case.address, case.projects, choices))
    return overview.site.render("case/paper.html", page=page, printed=printed)


def cases_of(mechanism: str, overview: Overview) -> list[Case]:
    """The model cases whose projects use a mechanism."""
    return [tile.case for tile in _tiles(overview) if mechanism in tile.mechanisms]


def _case(overview: Overview, page: str) -> Case:
    if page not in overview.shelf.cases:
        raise PageError(f"{page} 不是案例页，不能放案例的图和结果。案例页要放在 cases 文件夹里。")
    return overview.shelf.cases[page]


def _tiles(overview: Overview) -> list[Tile]:
    return [_tile(case, overview.by_number, overview.site) for case in overview.shelf.models]


def _tile(case: Case, rows: dict[str, Row], site: Site) -> Tile:
    own = [rows[project] for project in case.projects if project in rows]
    mechanisms = list(dict.fromkeys(code for row in own for code in row.mechanisms))
    vocabularies = site.reference.vocabularies
    return Tile(
        case=case,
        rows=own,
        mechanisms=mechanisms,
        channels=[
            channel.code
            for channel in vocabularies["channels"]
            if any(channel.code in vocabularies["mechanisms"][code].marks for code in mechanisms)
        ],
        industries=list(dict.fromkeys(row.industry for row in own)),
        total=tally(own, site),
    )


def _met(overview: Overview, vocabulary: str, codes: list[str]) -> dict[str, str]:
    """The words of a vocabulary that are met, in its order, with their short labels."""
    terms = overview.site.reference.vocabularies[vocabulary]
    return {term.code: term.short for term in terms if term.code in codes}


def _flow(project: Project, site: Site) -> Flow:
    years = [each for each in project.distributions if each.paid]
    year = max(years, key=lambda each: (len(each.payments), each.year), default=None)
    return Flow(
        project=project,
        sources=[(site.short(fund.source, "fund_sources"), rough(fund.amount)) for fund in project.funding],
        assets=_assets(project),
        arrow=_arrow(project),
        operator=project.operator.name if project.operator else "",
        year=year,
        village=list(_village(year, site)) if year else [],
        direct=list(_direct(year, site)) if year else [],
    )


def _assets(project: Project) -> str:
    owners = list(dict.fromkeys(asset.owner.name for asset in project.assets if asset.owner))
    names = [asset.name for asset in project.assets]
    shown = "、".join(names[:_NAMED]) + (f"等 {len(names)} 项" if len(names) > _NAMED else "")
    if not owners:
        return shown
    return f"{shown}，归{'、'.join(owners)}所有"


def _arrow(project: Project) -> str:
    for linkage in project.linkages:
        if isinstance(linkage, GuaranteedDividend) and linkage.investment_mode:
            return _ARROWS.get(linkage.investment_mode, "交给")
        if isinstance(linkage, AssetShareholding):
            return _ARROWS["equity"]
    return "交给"


def _village(year: Distribution, site: Site) -> Iterator[tuple[str, str]]:
    if year.brought_forward:
        yield "加上年结转", yuan(year.brought_forward)
    if year.reserve:
        yield "先提公积公益金", yuan(year.reserve)
    for use in year.uses:
        to = f"（{households(use.households)}）" if use.households else ""
        yield f"{site.short(use.use, 'uses')}{to}", yuan(use.amount)
    if year.carried_forward:
        yield "结转下年", yuan(year.carried_forward)


def _direct(year: Distribution, site: Site) -> Iterator[tuple[str, str]]:
    for payment in year.payments:
        name = site.short(payment.mechanism, "mechanisms")
        yield f"{name}（{households(payment.households)}）", yuan(payment.amount)


def _tied(project: Project, site: Site) -> Iterator[str]:
    for linkage in project.linkages:
        name = site.short(linkage.mechanism, "mechanisms")
        yield counted(name, linkage.beneficiaries.households)


def _promised(project: Project) -> Iterator[str]:
    paid = [each for each in project.distributions if each.paid]
    expected = project.expected.collective_income if project.expected else None
    if expected and paid:
        mean = sum((each.income for each in paid), Decimal(0)) / len(paid)
        got = money(mean.quantize(Decimal(1)))
        yield f"当初预计村集体每年增收 {money(expected)}，{len(paid)} 年平均每年收到 {got}。"
