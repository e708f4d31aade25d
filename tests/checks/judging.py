"""The gate over records of the tests."""

from dataclasses import replace

import yaml

from generator.checks.catalogue import rules
from generator.checks.example import Data, Example
from generator.checks.gate import examine, register
from generator.checks.rule import Context, Hit
from generator.findings.finding import Finding, Path, Spot
from generator.reading.record import Reading, read
from generator.records.policies import Governing, Policies
from generator.records.project import Project
from generator.records.summary import summarise


def governed(context: Context, policies: tuple[str, ...]) -> Context:
    """The context in which every record is governed by these documents."""
    every = [Governing("", 2000, 2099, policies)]
    changed = replace(context.reference, policies=Policies(list(context.reference.policies), every))
    return replace(context, reference=changed)


def judge(readings: list[Reading], context: Context) -> list[Finding]:
    """What the gate finds in a register of these records."""
    files = {reading.file: reading for reading in readings}
    rows = [summarise(reading.project, reading.file) for reading in readings if reading.project]

    def locate(file: str, keys: Path) -> tuple[Spot, str]:
        spot = files[file].locate(keys)
        return spot, files[file].excerpt(spot.line)

    found = [finding for reading in readings for finding in examine(reading, context)]
    return found + register(rows, context, locate)


def judge_example(example: Example, context: Context) -> list[Finding]:
    """What the gate finds in an example."""
    if example.governed_by:
        context = governed(context, example.governed_by)
    texts = [(example.record(), example.file), (example.neighbour(), None)]
    readings: list[Reading] = []
    for text, file in texts:
        if text is not None:
            data: Data = yaml.load(text, yaml.BaseLoader)
            name = file or f"{data['id']}.yaml"
            folder = "data/projects" if not readings else "data/projects/beside"
            readings.append(read(text.encode(), f"{folder}/{name}", context.reference))
    return judge(readings, context)


def hits(code: str, project: Project, context: Context) -> list[Hit]:
    """What one rule sees in a record."""
    [rule] = [rule for rule in rules() if rule.code == code]
    return list(rule.check(project, context))
