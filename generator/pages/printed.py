"""Which sheets a record or a place can be printed as, and which of them the site carries as PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.pages.address import place_folder, project_address
from generator.records.places import Place
from generator.records.project import Project
from generator.records.vocabulary import Vocabulary
from generator.settings import SheetChoice, SheetKind

KINDS: dict[SheetKind, str] = {
    "before": "事前公示",
    "completion": "完工公告",
    "linkage": "联农带农情况公示",
    "distribution": "收益分配公示",
    "digest": "全村项目汇总公示",
    "case": "案例海报",
    "agreement": "合作协议（示范文本）",
}
"""The kinds of sheets and their names, in the order of a project's life."""


@dataclass(frozen=True, slots=True)
class Sheetlike:
    """One sheet that could be made: its kind and, for a distribution or a digest, its year."""

    kind: SheetKind
    year: int | None = None

    @property
    def label(self) -> str:
        """What a link to the sheet says."""
        return f"{self.year}年{KINDS[self.kind]}" if self.year else KINDS[self.kind]

    def file(self, paper: str, end: str = "pdf") -> str:
        """The part of a file's name that tells this sheet from the record's others."""
        return f"{self.kind}{f'-{self.year}' if self.year else ''}-{paper}.{end}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet on the site: where it lies, and on which paper."""

    sheet: Sheetlike
    paper: str
    address: str

    @property
    def name(self) -> str:
        """The file's name, for a link from the page beside it."""
        return self.address.rsplit("/", 1)[1]


def possible(project: Project, stages: Vocabulary) -> Iterator[Sheetlike]:
    """All sheets that a record has enough content for."""
    waiting = "open" in stages[project.stage].marks
    if waiting or any(each.moment == "before" for each in project.disclosures):
        yield Sheetlike("before")
    if project.completion:
        yield Sheetlike("completion")
    yield Sheetlike("linkage")
    for year in sorted({each.year for each in project.distributions}, reverse=True):
        yield Sheetlike("distribution", year)
    if project.kind == "operating":
        yield Sheetlike("agreement")


def of_project(project: Project, stages: Vocabulary, choices: tuple[SheetChoice, ...]) -> Iterator[Printed]:
    """The sheets of a project that the site carries; of distributions the newest alone."""
    if not choices:
        return
    base = project_address(project.id).removesuffix(".html")
    seen: set[str] = set()
    for sheet in possible(project, stages):
        if sheet.kind in seen:
            continue
        seen.add(sheet.kind)
        for paper in _papers(choices, sheet.kind, project.id):
            yield Printed(sheet, paper, f"{base}-{sheet.file(paper)}")


def of_place(place: Place, choices: tuple[SheetChoice, ...]) -> Iterator[Printed]:
    """The sheets of a village that the site carries."""
    if place.level == "village":
        for paper in _papers(choices, "digest", place.code):
            sheet = Sheetlike("digest")
            yield Printed(sheet, paper, f"{place_folder(place)}-{sheet.file(paper)}")


def of_case(address: str, projects: Iterable[str], choices: tuple[SheetChoice, ...]) -> Iterator[Printed]:
    """The posters of the model case at an address that the site carries; a choice names its projects."""
    for project in projects:
        papers = _papers(choices, "case", project)
        for paper in papers:
            sheet = Sheetlike("case")
            yield Printed(sheet, paper, f"{address.removesuffix('.html')}-{sheet.file(paper)}")
        if papers:
            return


def _papers(choices: tuple[SheetChoice, ...], kind: SheetKind, key: str) -> dict[str, None]:
    return dict.fromkeys(
        paper
        for choice in choices
        if choice.kind == kind and (not choice.only or key in choice.only)
        for paper in choice.papers
    )
