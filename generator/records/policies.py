"""Policies as data: clauses, the mechanisms they name, the parameters that rules use."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class NamedMechanism:
    """A mechanism as a clause names it: our code and the document's own term."""

    code: str
    term: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a document.

    Attributes:
        id: unique over all policies: ``<policy id>/<path>``, e.g. ``changji-2023-8/10-3``.
        number: the number as printed, e.g. 第十条（三）.
        heading: the printed heading, or a short one of ours.
        summary: what it says, in our own words.
        mechanisms: the mechanisms that it names.
        topics: codes of the ``topics`` vocabulary, for the comparison of documents.
        parent: the id of the clause that contains it, or None.
    """

    id: str
    number: str
    heading: str
    summary: str
    mechanisms: tuple[NamedMechanism, ...] = ()
    topics: tuple[str, ...] = ()
    parent: str | None = None

    @property
    def policy(self) -> str:
        """The id of the document."""
        return self.id.split("/")[0]

    @property
    def anchor(self) -> str:
        """The clause's place on its document's page."""
        return "c" + self.id.split("/")[1]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a rule uses: its value, its unit, and the clause it rests on, if any."""

    name: str
    value: Decimal
    unit: str
    clause: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """A document, with all its clauses.

    ``kind`` is ``local`` (governs records), ``national`` (law or regulation) or ``register`` (this
    register's own data rules). Unknown facts of the header block are None, never filled in.
    """

    id: str
    kind: str
    short: str
    title: str
    issuer: str | None
    number: str | None
    written: str | None
    published: str | None
    status: str
    later: str
    clauses: tuple[Clause, ...]
    parameters: dict[str, Parameter] = field(default_factory=dict)
    owner: str | None = None
    review_by: date | None = None

    def named(self) -> dict[str, list[tuple[Clause, NamedMechanism]]]:
        """The mechanisms that the document knows, each with the clauses that name it."""
        found: dict[str, list[tuple[Clause, NamedMechanism]]] = {}
        for clause in self.clauses:
            for mechanism in clause.mechanisms:
                found.setdefault(mechanism.code, []).append((clause, mechanism))
        return found


@dataclass(frozen=True, slots=True)
class Governing:
    """Which documents govern the records of a place and time; the first one's parameters win."""

    place: str
    first: int
    last: int
    policies: tuple[str, ...]


class Policies:
    """All documents, and which of them govern a record."""

    def __init__(self, policies: list[Policy], governing: list[Governing]) -> None:
        self._policies = {policy.id: policy for policy in policies}
        self.governing = tuple(sorted(governing, key=lambda each: -len(each.place)))
        self._of: dict[tuple[str, int], tuple[Policy, ...]] = {}
        self.clauses = {clause.id: clause for policy in policies for clause in policy.clauses}

    def __getitem__(self, policy: str) -> Policy:
        return self._policies[policy]

    def __iter__(self) -> Iterator[Policy]:
        return iter(self._policies.values())

    def __contains__(self, policy: object) -> bool:
        return policy in self._policies

    def of(self, place: str, year: int) -> tuple[Policy, ...]:
        """The documents that govern a record, the first in rank first; empty where none does."""
        found = self._of.get((place, year))
        if found is None:
            found = self._of[place, year] = self._governing(place, year)
        return found

    def _governing(self, place: str, year: int) -> tuple[Policy, ...]:
        for each in self.governing:
            if place.startswith(each.place) and each.first <= year <= each.last:
                return tuple(self._policies[policy] for policy in each.policies)
        return ()

    def parameter(self, name: str, place: str, year: int) -> Parameter:
        """A rule's parameter for a record: the governing documents' own, else the register's.

        Raises:
            KeyError: no document and no register default states the parameter.
        """
        return _parameter(self, name, self.of(place, year))

    def cite(self, clause: str) -> str:
        """A clause as people cite it: 《昌吉细则》第十条（三）."""
        found = self.clauses[clause]
        return f"《{self._policies[found.policy].short}》{found.number}"


@lru_cache(maxsize=4096)
def _parameter(policies: Policies, name: str, governing: tuple[Policy, ...]) -> Parameter:
    register = (policy for policy in policies if policy.kind == "register")
    for policy in (*governing, *register):
        if name in policy.parameters:
            return policy.parameters[name]
    raise KeyError(name)
