"""The documents in ``data/policies``, and which of them govern what."""

import re
from collections.abc import Iterable, Iterator

from generator.findings.finding import Bilingual
from generator.reading import suggest, wording
from generator.reading.data_models import GoverningFile, PolicyFile
from generator.reading.fault import Fault
from generator.reading.problems import data
from generator.reading.source import Source
from generator.records.policies import Clause, Governing, NamedMechanism, Parameter, Policy

_PREFIX = re.compile("(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})")


def policy(file: PolicyFile, source: Source) -> tuple[Policy, list[Fault]]:
    """A document from its file, and what its parts do not agree on."""
    stem = source.file.rsplit("/", 1)[-1].removesuffix(".yaml")
    faults = []
    if stem != file.id:
        faults.append(source.fault(data.FILE_NAME, ("id",), stem=stem, got=file.id))
    faults += repeated(source, "clauses", "id", [clause.id for clause in file.clauses])
    faults += repeated(source, "parameters", "name", [each.name for each in file.parameters])
    faults += _parents(file, source)
    return _made(file), faults


def repeated(source: Source, part: str, key: str, codes: Iterable[str]) -> Iterator[Fault]:
    """Codes that stand more than once in a list of a file."""
    first: dict[str, int] = {}
    for number, code in enumerate(codes):
        if code in first:
            line = source.locate((part, first[code], key)).line
            at = Bilingual(f"第 {line} 行", f"line {line}")
            yield source.fault(data.REPEATED, (part, number, key), code=code, first=at)
        first.setdefault(code, number)


def _parents(file: PolicyFile, source: Source) -> Iterator[Fault]:
    ids = {clause.id for clause in file.clauses}
    for number, clause in enumerate(file.clauses):
        if clause.parent is not None and (clause.parent not in ids or clause.parent == clause.id):
            yield _no_clause(source, ("clauses", number, "parent"), clause.parent, ids)


def _no_clause(source: Source, path: tuple[str | int, ...], got: str, ids: Iterable[str]) -> Fault:
    near = suggest.near(got, ids)
    here = Bilingual("政策数据", "the policy data")
    return source.fault(data.UNKNOWN_CLAUSE, path, got=got, where=here, hint=_perhaps(near))


def _perhaps(near: str | None) -> Bilingual:
    return Bilingual(f"是不是 {near}？", f"Did you mean {near}? ") if near else wording.NOTHING


def _whole(policy: str, clause: str) -> str:
    """A clause's full id; one that names its document already is left as it is."""
    return clause if "/" in clause else f"{policy}/{clause}"


def _made(file: PolicyFile) -> Policy:
    clauses = {
        clause.id: Clause(
            id=_whole(file.id, clause.id),
            number=clause.number,
            heading=clause.heading,
            summary=clause.summary,
            mechanisms=tuple(NamedMechanism(each.code, each.term) for each in clause.mechanisms),
            topics=clause.topics,
            parent=_whole(file.id, clause.parent) if clause.parent else None,
        )
        for clause in reversed(file.clauses)
    }
    parameters = {
        each.name: Parameter(
            name=each.name,
            value=each.value,
            unit=each.unit,
            clause=_whole(file.id, each.clause) if each.clause else None,
            note=each.note or "",
        )
        for each in reversed(file.parameters)
    }
    return Policy(
        id=file.id,
        kind=file.kind,
        short=file.short,
        title=file.title,
        issuer=file.issuer,
        number=file.number,
        written=file.written,
        published=file.published,
        status=file.status or "",
        later=file.later or "",
        clauses=tuple(reversed(clauses.values())),
        parameters=dict(reversed(parameters.items())),
        owner=file.owner,
        review_by=file.review_by,
    )


def bases(file: PolicyFile, source: Source, clauses: Iterable[str]) -> Iterator[Fault]:
    """Parameters that rest on a clause which no document has."""
    known = set(clauses)
    for number, each in enumerate(file.parameters):
        if each.clause and _whole(file.id, each.clause) not in known:
            yield _no_clause(source, ("parameters", number, "clause"), each.clause, known)


def governing(
    file: GoverningFile, source: Source, policies: Iterable[str]
) -> tuple[list[Governing], list[Fault]]:
    """The entries of ``data/governing.yaml``; a document that is not there is left out of them."""
    known, faults, made = set(policies), [], []
    for number, each in enumerate(file.governing):
        at = ("governing", number)
        if not _PREFIX.fullmatch(each.place):
            faults.append(source.fault(data.GOVERNING_PLACE, (*at, "place"), got=wording.short(each.place)))
        if each.from_ > each.to:
            faults.append(source.fault(data.YEARS, (*at, "to"), first=each.from_, last=each.to))
        for place, got in enumerate(each.policies):
            if got not in known:
                hint = _perhaps(suggest.near(got, known))
                path = (*at, "policies", place)
                faults.append(source.fault(data.UNKNOWN_POLICY, path, got=wording.short(got), hint=hint))
        ids = tuple(got for got in each.policies if got in known)
        made.append(Governing(each.place, each.from_, each.to, ids))
    return made, faults
