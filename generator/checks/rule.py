"""What a rule is: a kind of finding and the code that yields it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.findings.finding import Bilingual, Path, Problem
from generator.records.policies import Policy
from generator.records.project import Project
from generator.records.reference import Reference


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides the record: the reference data and the as-of date."""

    reference: Reference
    as_of: date

    def governing(self, project: Project) -> tuple[Policy, ...]:
        """The documents that govern a record."""
        return self.reference.policies.of(project.place, project.year)

    def binds(self, project: Project, *clauses: str) -> bool:
        """Whether any of some local clauses binds a record; where no document governs it, all do."""
        governing = {policy.id for policy in self.governing(project)}
        return not governing or any(clause.split("/")[0] in governing for clause in clauses)

    def parameter(self, name: str, project: Project) -> Decimal:
        """A parameter's value under the documents that govern the record."""
        return self.reference.policies.parameter(name, project.place, project.year).value

    def word(self, vocabulary: str, code: str) -> Bilingual:
        """A word of a vocabulary, as people read it."""
        term = self.reference.vocabularies[vocabulary][code]
        return Bilingual(term.label, term.en)

    def all_marked(self, vocabulary: str, mark: str) -> frozenset[str]:
        """The words of a vocabulary that carry a mark."""
        return self.reference.vocabularies.marked(vocabulary, mark)

    def marked(self, vocabulary: str, code: str, mark: str) -> bool:
        """Whether a word of a vocabulary carries a mark."""
        return mark in self.reference.vocabularies[vocabulary].terms[code].marks


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule saw: where in the record, and the particulars for the message.

    ``path`` may name a key that the record lacks; the finding then stands at the nearest part that
    it has. ``clauses`` are those of this hit in particular, where they are not all of the rule's.
    """

    path: Path
    message: Bilingual
    remedy: Bilingual
    clauses: tuple[str, ...] = ()


Check = Callable[[Project, Context], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over single records."""

    problem: Problem
    check: Check
    doc: str

    @property
    def code(self) -> str:
        """The code of its findings."""
        return self.problem.code


def hit(problem: Problem, path: Path, *, clauses: tuple[str, ...] = (), **values: object) -> Hit:
    """A hit whose message and remedy are the problem's own, with the particulars filled in.

    A value that is ``Bilingual`` gives each text its own language.
    """
    return Hit(path, problem.message.filled(**values), problem.remedy.filled(**values), clauses)
