"""A real disclosure with notes beside it, for those who read one for the first time."""

from generator.pages.answers import answers
from generator.pages.overview import Overview
from generator.records.project import Project

_NOTES = (
    "先看归谁。公家的钱办成的东西，应当归村集体或者农户；写着企业的，要问为什么。",
    "这是真正做事、付钱的一方。名字要同协议上的一样。",
    "一种办法一条。看带多少户，约定多少钱，什么时候付，怎么付。各条的户数不能相加。",
    "当初答应的。记住这几个数，同下一条比。",
    "实际给了的。比答应的少，或者很久没有付，就该问一问。",
)
"""What to look at, in the order of the answers."""


def sample(overview: Overview, up: str) -> str:
    """The answers at the top of a project's page, each with a note; nothing where there is no record yet."""
    project = _chosen(overview)
    if project is None:
        return ""
    found = zip(answers(project, overview.site), _NOTES, strict=True)
    return overview.site.render("library/sample.html", project=project, answers=list(found), up=up)


def _chosen(overview: Overview) -> Project | None:
    """The shortest of the model cases' records, else of those that calculations use."""
    shelf = overview.shelf
    models = [project for case in shelf.models for project in shelf.of_case(case)]
    return min(models or shelf.records.values(), key=_length, default=None)


def _length(project: Project) -> tuple[int, int, str]:
    return len(project.linkages), len(project.assets), project.id
