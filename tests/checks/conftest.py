"""What the tests of rules share: the demonstration county's reference data and its records."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.checks.example import base
from generator.checks.rule import Context
from generator.reading.reference import load
from generator.records.model import validated
from generator.records.places import Place, Places
from generator.records.policies import Governing, Policies
from generator.records.project import Project
from generator.records.reference import Reference

ROOT = Path(__file__).parents[2]
AS_OF = date(2025, 11, 20)
"""The as-of date of all examples and broken records."""

NEIGHBOUR = "990102"
"""A county of the tests that only 宁陵方案 governs; the demonstration county has both documents."""

_PLACES = (("000000", "邻县"), ("101000", "邻县城关镇"), ("101201", "城关村"), ("101203", "桥头村"))


@pytest.fixture(scope="session")
def reference() -> Reference:
    """The demonstration county's reference data, with a neighbour county."""
    found, findings = load(ROOT)
    assert found
    assert not findings
    governing = [*found.policies.governing, Governing(NEIGHBOUR, 2016, 2025, ("ningling-2022-106",))]
    beside = [Place(f"{NEIGHBOUR}{rest}", name) for rest, name in _PLACES]
    return replace(
        found,
        places=Places([*found.places, *beside]),
        policies=Policies(list(found.policies), governing),
    )


@pytest.fixture(scope="session")
def context(reference: Reference) -> Context:
    return Context(reference, AS_OF)


@pytest.fixture
def project(reference: Reference) -> Callable[..., Project]:
    """Makes a record from the base record: ``project(stage="closed", operator=None)``.

    Values are data as read from YAML or YAML text; None takes a key away.
    """

    def make(**change: object) -> Project:
        data = {**base(), **{key: _value(value) for key, value in change.items()}}
        data = {key: value for key, value in data.items() if value is not None}
        return validated(Project, data, reference.vocabularies.codes())

    return make


def _value(value: object) -> object:
    return yaml.load(value, yaml.BaseLoader) if isinstance(value, str) else value
