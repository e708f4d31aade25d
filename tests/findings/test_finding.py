"""Findings travel between processes and into the cache: what arrives is what was sent."""

import pickle

from generator.findings.finding import Spot
from tests.findings.conftest import ERROR, FILE, finding


def test_what_arrives_is_what_was_sent() -> None:
    sent = finding(ERROR, Spot(FILE, 12, 5), "    guaranteed_rate: 3")
    arrived = pickle.loads(pickle.dumps(sent))
    assert repr(arrived) == repr(sent)
    assert arrived == sent


def test_what_findings_of_one_kind_have_in_common_is_one_object_when_they_arrive_one_by_one() -> None:
    sent = [finding(ERROR, Spot(FILE, line)) for line in (1, 2, 3)]
    arrived = [pickle.loads(pickle.dumps(each)) for each in sent]
    assert len({id(each.problem) for each in arrived}) == 1
