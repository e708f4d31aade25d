"""Model cases: Markdown pages that name their projects in their front matter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.checks.editorial import CASE, NO_MODEL
from generator.findings.finding import Bilingual, Finding, Spot
from generator.records.summary import Row

FOLDER = "cases"
PAID_YEARS = 2
"""So many paid distributions a model needs at least."""

_UNREADABLE = Bilingual(
    "文件开头两行 --- 之间的内容读不出来。", "What stands between the two lines --- cannot be read."
)
_NONE = Bilingual("没有写明是哪几个项目。", "It names no project.")
_UNKNOWN = Bilingual("没有 {project} 这个项目。", "There is no project {project}.")
_FINDINGS = Bilingual("现在有检查提示（{codes}）", "now carries findings ({codes})")
_REFUSED = Bilingual("现在有错误，没有公布", "has errors and is not published")
_UNPAID = Bilingual(
    "只有 {paid} 年的收益发到位，至少要两年", "has {paid} paid distribution(s); a model needs two"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case, as its front matter tells it.

    Attributes:
        file: relative to the register's root.
        address: of its page, relative to the site's root.
        projects: the numbers of its projects; empty where they are not written down rightly.
        line: where ``projects`` stands in the file, from 1.
    """

    file: str
    address: str
    title: str
    description: str
    projects: tuple[str, ...]
    line: int = 1
    readable: bool = True


def read_cases(root: Path, docs: str) -> tuple[Case, ...]:
    """All cases of the register in ``root`` whose pages lie in its folder ``docs``."""
    folder = root / docs / FOLDER
    pages = sorted(path for path in folder.glob("*.md") if path.name != "index.md")
    return tuple(_case(path.read_text("utf-8-sig", errors="replace"), path, root) for path in pages)


def _case(text: str, path: Path, root: Path) -> Case:
    front = _front_matter(text)
    given = front or {}
    projects = given.get("projects")
    named = projects if isinstance(projects, list) else []
    return Case(
        file=path.relative_to(root).as_posix(),
        address=f"{FOLDER}/{path.stem}.html",
        title=str(given.get("title") or path.stem),
        description=str(given.get("description") or ""),
        projects=tuple(dict.fromkeys(each for each in named if isinstance(each, str))),
        line=_line(text, "projects:"),
        readable=front is not None,
    )


def _front_matter(text: str) -> dict[str, Any] | None:
    """What stands at the top of a page; None where it cannot be read."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != "---":
        return {}
    try:
        end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "..."))
        found = yaml.safe_load("\n".join(lines[1:end]))
    except (StopIteration, yaml.YAMLError):
        return None
    return found if isinstance(found, dict) else None


def _line(text: str, start: str) -> int:
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if line.startswith(start)), 1)


def reasons(case: Case, rows: Mapping[str, Row]) -> Iterator[tuple[str, Bilingual]]:
    """Why a case is no model: projects, each with what is against it. Nothing where it is one.

    ``rows`` are the rows of what is published, by project number.
    """
    for project in case.projects:
        row = rows.get(project)
        if row is None:
            yield project, _REFUSED
            continue
        codes = dict.fromkeys((*row.errors, *row.warnings))
        if codes:
            yield project, _FINDINGS.filled(codes="、".join(codes))
        paid = sum(year.paid_on is not None for year in row.years)
        if paid < PAID_YEARS:
            yield project, _UNPAID.filled(paid=paid)


def is_model(case: Case, rows: Mapping[str, Row]) -> bool:
    """Whether a case may be offered as a model."""
    return bool(case.projects) and not any(reasons(case, rows))


def judge(case: Case, rows: Mapping[str, Row], known: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with a case; ``known`` are the numbers of all records, ``rows`` the sound ones."""
    unknown = [project for project in case.projects if project not in known]
    if not case.readable:
        yield _wrong(case, _UNREADABLE)
    elif not case.projects:
        yield _wrong(case, _NONE)
    for project in unknown:
        yield _wrong(case, _UNKNOWN.filled(project=project))
    if not unknown:
        for project, reason in reasons(case, rows):
            yield Finding(
                problem=NO_MODEL,
                spot=Spot(case.file, case.line),
                message=NO_MODEL.message.filled(project=project, reason=reason),
                remedy=NO_MODEL.remedy,
            )


def _wrong(case: Case, what: Bilingual) -> Finding:
    return Finding(CASE, Spot(case.file, case.line), CASE.message.filled(what=what), CASE.remedy)
