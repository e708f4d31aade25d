"""The gate: all findings of one file, and those that need more than one record."""

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.catalogue import rules
from generator.checks.personal import concealed, scan
from generator.checks.register import compared, register
from generator.checks.rule import Context, Hit, Rule
from generator.findings.finding import Finding, order
from generator.reading.record import Reading
from generator.records.project import Project

__all__ = ["compared", "examine", "register"]


def examine(reading: Reading, context: Context) -> list[Finding]:
    """All findings of one file: its reading's, those of every rule, and of the personal scan; in order.

    Where the text holds a private number, no finding repeats it.

    Raises:
        Exception: whatever a rule raises is a bug of ours and passes through, with a note that names
            the rule and the record.
    """
    project = reading.project
    found = list(reading.findings)
    if project:
        found += _judged(reading, project, context)
    personal = scan(reading.text, reading.file, reading.data)
    if personal:
        found = concealed(found, reading.text)
        found += [replace(each, record=project.id) for each in personal] if project else personal
    return sorted(dict.fromkeys(found), key=order)


def _judged(reading: Reading, project: Project, context: Context) -> Iterator[Finding]:
    for rule in rules():
        try:
            for hit in rule.check(project, context):
                yield _located(rule, hit, reading, project, context)
        except Exception as error:
            error.add_note(f"rule {rule.code} failed on record {project.id} ({reading.file})")
            raise


def _located(rule: Rule, hit: Hit, reading: Reading, project: Project, context: Context) -> Finding:
    spot = reading.locate(hit.path)
    return Finding(
        problem=rule.problem,
        spot=spot,
        message=hit.message,
        remedy=hit.remedy,
        path=hit.path,
        record=project.id,
        excerpt=reading.excerpt(spot.line),
        grounds=hit.clauses or _grounds(rule, project, context),
    )


def _grounds(rule: Rule, project: Project, context: Context) -> tuple[str, ...]:
    """The rule's clauses without those of local documents that do not govern the record.

    Where none is left the rule holds all the same, unless it asks which documents bind the record.
    """
    policies = context.reference.policies
    governing = {policy.id for policy in context.governing(project)}
    elsewhere = {policy.id for policy in policies if policy.kind == "local"} - governing
    return tuple(
        clause
        for clause in rule.problem.clauses
        if clause in policies.clauses and clause.split("/")[0] not in elsewhere
    )
