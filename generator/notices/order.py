"""What is to be printed: one sheet on one paper, and the file it goes to."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from generator.notices.desk import Desk
from generator.notices.fonts import Faces
from generator.notices.households import Households
from generator.notices.sheet import Sheet
from generator.notices.typeset import TEMPLATES, engine_version
from generator.notices.views.agreement import agreement
from generator.notices.views.before import before
from generator.notices.views.completion import completion
from generator.notices.views.distribution import distribution
from generator.notices.views.linkage import linkage
from generator.pages.printed import Sheetlike
from generator.records.project import Project
from generator.settings import Margins, SheetKind

_OF_PROJECT: dict[SheetKind, Callable[[Project, Desk], Sheet]] = {
    "before": before,
    "completion": completion,
    "linkage": linkage,
    "agreement": agreement,
}


@dataclass(frozen=True, slots=True)
class Order:
    """One sheet to be made.

    Attributes:
        name: the file, relative to where sheets go, with ``/``.
        group: what sheets are bound together by: the village.
        file: the record's file, for findings; the place's code for a digest.
        project: the record; None for a digest or a poster.
        editable: whether an office document goes beside the PDF.
    """

    name: str
    group: str
    sheet: Sheet
    paper: str
    margins: Margins
    file: str
    project: Project | None = None
    editable: bool = False

    def content(self, press: str) -> str:
        """Changes whenever what is on the paper does; ``press`` stands for templates, faces and engine."""
        text = json.dumps(self.sheet.as_dict(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(f"{press}\0{self.paper}\0{self.margins}\0{text}".encode()).hexdigest()


def write(
    project: Project,
    sheet: Sheetlike,
    desk: Desk,
    families: Households | None = None,
    *,
    full_names: bool = False,
) -> Sheet:
    """The sheet of a record."""
    if sheet.kind == "distribution":
        assert sheet.year is not None
        return distribution(project, sheet.year, desk, families, full_names=full_names)
    return _OF_PROJECT[sheet.kind](project, desk)


def press_digest(faces: Faces) -> str:
    """Changes whenever the same sheet could come out otherwise."""
    found = hashlib.sha256(f"{engine_version()} {faces.digest}".encode())
    for template in sorted(TEMPLATES.glob("*.typ")):
        found.update(template.read_bytes())
    return found.hexdigest()
