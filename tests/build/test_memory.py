"""What the process that builds keeps of a record stays small: a hundred thousand of them must fit.

``tracemalloc`` counts what Python asked for, so the figures are those of no machine. They are for Python
as it is built everywhere, with some room above what was measured.
"""

import pickle
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace

from generator.build.job import Outcome
from generator.checks.catalogue import problems
from generator.findings.finding import Bilingual, Finding, Spot
from tests.search.county import invented

_MANY = 2_000
_CHUNK = 100
"""So many records a process hands over at a time."""


def _arriving(outcomes: Sequence[Outcome]) -> float:
    """The bytes that outcomes take up, each, when they come from other processes."""
    sent = [pickle.dumps(outcomes[at : at + _CHUNK]) for at in range(0, len(outcomes), _CHUNK)]
    pickle.loads(sent[0])
    tracemalloc.start()
    try:
        arrived = [outcome for chunk in sent for outcome in pickle.loads(chunk)]
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert arrived == list(outcomes)
    return taken / len(outcomes)


def _outcomes() -> list[Outcome]:
    rows, _ = invented(_MANY)
    return [Outcome(row.file, b"%016d" % at, row, ()) for at, row in enumerate(rows)]


def _warned(outcome: Outcome) -> Outcome:
    assert outcome.row
    number = outcome.row.id
    message = Bilingual(f"项目 {number} 验收以后还没有公示结果。", f"Project {number} was never disclosed.")
    remedy = Bilingual(f"写上 {number} 的公示。", f"Write the notice of {number}.")
    spot = Spot(outcome.file, 40, 3)
    found = Finding(problems()["N008"], spot, message, remedy, ("disclosures",), number, "disclosures: []")
    return replace(outcome, findings=(found,))


def test_a_record_takes_up_little_room() -> None:
    assert _arriving(_outcomes()) < 1_500


def test_a_finding_takes_up_little_more_than_its_own_words() -> None:
    outcomes = _outcomes()
    seldom = [each if at % _CHUNK else _warned(each) for at, each in enumerate(outcomes)]
    assert (_arriving(seldom) - _arriving(outcomes)) * _CHUNK < 1_400
