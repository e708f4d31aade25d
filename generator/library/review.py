"""Explainers have an owner and a day by which they are looked at again."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.checks.editorial import OVERDUE
from generator.findings.finding import Bilingual, Finding, Spot
from generator.records.policies import Policies, Policy

_KEY = re.compile(r"review_by: *")
_SOMEONE = Bilingual("负责的人", "whoever looks after it")


def overdue(policy: Policy, as_of: date) -> bool:
    """Whether the explainer of a document should have been reviewed by now."""
    return policy.review_by is not None and policy.review_by < as_of


def judge(policies: Policies, as_of: date, root: Path) -> Iterator[Finding]:
    """The explainers that are overdue on a day, in the register in ``root``."""
    for policy in policies:
        if policy.review_by and overdue(policy, as_of):
            file = f"data/policies/{policy.id}.yaml"
            spot, excerpt = _stated(root, file)
            yield Finding(
                problem=OVERDUE,
                spot=spot,
                message=OVERDUE.message.filled(short=policy.short, day=policy.review_by, as_of=as_of),
                remedy=OVERDUE.remedy.filled(owner=policy.owner or _SOMEONE),
                path=("review_by",),
                excerpt=excerpt,
            )


def _stated(root: Path, file: str) -> tuple[Spot, str]:
    """Where a document's file states the day, by the look of its lines: it may be overdue for many builds."""
    for number, line in enumerate((root / file).read_text("utf-8").splitlines(), 1):
        found = _KEY.match(line)
        if found:
            return Spot(file, number, found.end() + 1), line
    return Spot(file), ""
