"""What pages need beside summary rows: cases, the few whole records that they show, original texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.library.cases import Case, is_model, read_cases
from generator.library.examples import chosen
from generator.library.original import Original, Passage, read_originals
from generator.outputs.remembering import Remember, forgetful
from generator.reading.record import read_file
from generator.records.policies import Clause
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library of one register.

    Attributes:
        cases: all cases by the address of their page.
        models: the cases that may be offered as models, in the order of their addresses.
        examples: for each mechanism the number of the project whose figures its page reckons with.
        records: the whole records of cases and examples, by number; those alone are kept.
        originals: the texts of documents that the publisher has put in, by the id of the document.
    """

    cases: Mapping[str, Case] = field(default_factory=dict)
    models: tuple[Case, ...] = ()
    examples: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Project] = field(default_factory=dict)
    originals: Mapping[str, Original] = field(default_factory=dict)

    def original(self, clause: Clause) -> Passage | None:
        """A clause's own text, where the publisher has put it in."""
        found = self.originals.get(clause.policy)
        return found.passage(clause.id.split("/")[1]) if found else None

    def of_case(self, case: Case) -> list[Project]:
        """The records of a case that are published."""
        return [self.records[project] for project in case.projects if project in self.records]


def shelf(
    root: Path,
    settings: Settings,
    reference: Reference,
    rows: Iterable[Row],
    remember: Remember = forgetful,
) -> Shelf:
    """The library beside the published ``rows`` of the register in ``root``."""
    published = {row.id: row for row in rows}
    cases = read_cases(root, settings.docs_dir)
    examples = chosen(list(published.values()), remember)
    wanted = dict.fromkeys([*(each for case in cases for each in case.projects), *examples.values()])
    files = {project: published[project].file for project in wanted if project in published}
    read = {project: read_file(root / file, file, reference).project for project, file in files.items()}
    return Shelf(
        cases={case.address: case for case in cases},
        models=tuple(case for case in cases if is_model(case, published)),
        examples=examples,
        records={project: record for project, record in read.items() if record},
        originals=read_originals(root),
    )
