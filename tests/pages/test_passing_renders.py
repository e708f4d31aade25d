"""A record that passes renders: whatever the gate lets through has a page, a card and a place in lists."""

import random
from collections.abc import Callable
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build.job import Outcome
from generator.checks.gate import examine
from generator.checks.rule import Context
from generator.pages.cards import Cards
from generator.pages.project import project_page
from generator.pages.site import Site
from generator.reading.record import read
from generator.records.summary import summarise
from tests.county import ROOT, records

_RECORDS = [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in records(ROOT)]
_SPICE = (
    "<b>&amp;</b>",
    "0",
    "1",
    "3",
    "999999999",
    "“引号”",
    "{{ 7 * 7 }}",
    "长" * 100,
    "2024-02-29",
    "a\u0301",
)


def _spots(value: Any) -> list[tuple[Any, Any]]:
    """Every container with every key or index in it."""
    if isinstance(value, dict):
        return [(value, key) for key in value] + [each for part in value.values() for each in _spots(part)]
    if isinstance(value, list):
        return [(value, at) for at in range(len(value))] + [each for part in value for each in _spots(part)]
    return []


def _drop(container: Any, key: Any, dice: random.Random) -> None:
    del container[key]


def _repeat(container: Any, key: Any, dice: random.Random) -> None:
    if isinstance(container, list):
        container.append(container[key])


def _spice(container: Any, key: Any, dice: random.Random) -> None:
    if isinstance(container[key], str):
        container[key] = dice.choice(_SPICE)


_CHANGES: tuple[Callable[[Any, Any, random.Random], None], ...] = (_drop, _repeat, _spice)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), changes=st.integers(0, 3))
def test_what_passes_renders(site: Site, seed: int, changes: int) -> None:
    dice = random.Random(seed)
    data = yaml.safe_load(yaml.safe_dump(dice.choice(_RECORDS)))
    for _ in range(changes):
        dice.choice(_CHANGES)(*dice.choice(_spots(data)), dice)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    file = f"data/projects/{data.get('id', 'x')}.yaml"
    reading = read(text.encode(), file, site.reference)
    findings = tuple(examine(reading, Context(site.reference, site.as_of)))
    outcome = Outcome(file, b"", None, findings)
    if reading.project is None:
        assert outcome.refused
        return
    row = summarise(reading.project, file)
    if outcome.refused:
        return
    page = project_page(reading.project, findings, site)
    assert page.title
    assert "<b>&amp;</b>" not in page.body
    assert "None" not in page.body
    assert Cards(site).of(row)
