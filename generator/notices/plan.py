"""From records to orders: which sheets, on which paper, into which file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.library.cases import Case
from generator.notices.desk import Desk
from generator.notices.households import Households
from generator.notices.order import Order, write
from generator.notices.views.case import case
from generator.notices.views.digest import digest
from generator.pages.printed import Sheetlike, of_case, of_place, of_project, possible
from generator.records.places import Place
from generator.records.project import Project
from generator.settings import Margins, Paper, SheetKind


@dataclass(frozen=True, slots=True)
class Source:
    """A record and the file that it was read from."""

    project: Project
    file: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What whoever prints asked for.

    Attributes:
        kinds: the kinds of sheets.
        year: of distributions and digests; None for the newest.
        families: the list of households of the one distribution that is printed with it.
    """

    kinds: frozenset[SheetKind]
    papers: tuple[Paper, ...]
    margins: Margins
    year: int | None = None
    families: Households | None = None
    full_names: bool = False


def orders(sources: Sequence[Source], wanted: Wanted, desk: Desk) -> list[Order]:
    """The orders for records, in the order of places and numbers."""
    found: list[Order] = []
    for source in sources:
        for sheet in _chosen(source.project, wanted, desk):
            found += _of_project(source, sheet, wanted, desk)
    return sorted(found, key=lambda order: order.name)


def collected(
    sources: Sequence[Source],
    villages: Iterable[Place],
    models: Iterable[Case],
    wanted: Wanted,
    desk: Desk,
) -> list[Order]:
    """The orders for what tells of several records: digests of villages and posters of model cases."""
    found: list[Order] = []
    if "digest" in wanted.kinds:
        for village in villages:
            found += _of_village(village, sources, wanted, desk)
    if "case" in wanted.kinds:
        for model in models:
            found += _of_case(model, sources, wanted, desk)
    return sorted(found, key=lambda order: order.name)


def _chosen(project: Project, wanted: Wanted, desk: Desk) -> Iterator[Sheetlike]:
    """The sheets that a record has and that are wanted; of distributions one year."""
    seen: set[SheetKind] = set()
    for sheet in possible(project, desk.site.reference.vocabularies["stages"]):
        if sheet.kind not in wanted.kinds or sheet.kind in seen:
            continue
        if sheet.year and wanted.year and sheet.year != wanted.year:
            continue
        seen.add(sheet.kind)
        yield sheet


def _of_project(source: Source, sheet: Sheetlike, wanted: Wanted, desk: Desk) -> Iterator[Order]:
    project = source.project
    group = desk.site.reference.places.full_name(project.place) or desk.site.settings.county
    families = wanted.families if sheet.kind == "distribution" else None
    view = write(project, sheet, desk, families, full_names=wanted.full_names)
    listed = "-含逐户名单" if families else ""
    for paper in wanted.papers:
        name = f"{group}/{project.id}-{sheet.label}{listed}-{paper.upper()}.pdf"
        editable = sheet.kind == "agreement"
        yield Order(name, group, view, paper, wanted.margins, source.file, project, editable)


def _of_village(village: Place, sources: Sequence[Source], wanted: Wanted, desk: Desk) -> Iterator[Order]:
    group = desk.site.reference.places.full_name(village.code)
    own = [source.project for source in sources if source.project.place == village.code]
    view = digest(village.code, own, desk, wanted.year)
    label = Sheetlike("digest").label
    for paper in wanted.papers:
        name = f"{group}/{village.code}-{label}-{paper.upper()}.pdf"
        yield Order(name, group, view, paper, wanted.margins, "data/places.csv")


def _of_case(model: Case, sources: Sequence[Source], wanted: Wanted, desk: Desk) -> Iterator[Order]:
    """The posters of a case, where all of its records were chosen."""
    records = {source.project.id: source.project for source in sources}
    if not set(model.projects) <= set(records):
        return
    projects = [records[each] for each in model.projects]
    group = desk.site.reference.places.full_name(projects[0].place) or desk.site.settings.county
    view = case(model, projects, desk)
    stem = model.address.rsplit("/", 1)[1].removesuffix(".html")
    for paper in wanted.papers:
        name = f"{group}/{stem}-{Sheetlike('case').label}-{paper.upper()}.pdf"
        yield Order(name, group, view, paper, wanted.margins, model.file)


def site_orders(sources: Sequence[Source], models: Iterable[Case], desk: Desk) -> list[Order]:
    """The sheets that the site carries, each at its address."""
    notices = desk.site.settings.notices
    stages = desk.site.reference.vocabularies["stages"]
    found: list[Order] = []
    for source in sources:
        for printed in of_project(source.project, stages, notices.sheets):
            view = write(source.project, printed.sheet, desk)
            editable = printed.sheet.kind == "agreement"
            order = Order(
                printed.address,
                "",
                view,
                printed.paper,
                notices.margins,
                source.file,
                source.project,
                editable,
            )
            found.append(order)
    for place in desk.site.reference.places.at("village"):
        own = [source.project for source in sources if source.project.place == place.code]
        for printed in of_place(place, notices.sheets):
            view = digest(place.code, own, desk)
            found.append(Order(printed.address, "", view, printed.paper, notices.margins, "data/places.csv"))
    records = {source.project.id: source.project for source in sources}
    for model in models:
        for printed in of_case(model.address, model.projects, notices.sheets):
            view = case(model, [records[each] for each in model.projects], desk)
            found.append(Order(printed.address, "", view, printed.paper, notices.margins, model.file))
    return found
