"""Outcomes travel from the workers to the main process."""

import pickle

from generator.build.job import Outcome
from generator.findings.finding import Finding, Spot
from generator.reading.problems import files


def test_what_arrives_is_what_was_sent() -> None:
    problem = files.EMPTY
    finding = Finding(
        problem, Spot("a.yaml", 2, 3), problem.message, problem.remedy, ("a", 0), None, "x", ("c",)
    )
    sent = Outcome("a.yaml", b"\x00\xff", None, (finding,))
    arrived = pickle.loads(pickle.dumps(sent))
    assert (type(arrived), arrived, repr(arrived)) == (Outcome, sent, repr(sent))
    assert arrived.refused
