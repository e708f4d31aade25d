"""Explainers have an owner and a day by which they are looked at again."""

from collections.abc import Iterator
from datetime import date

from generator.checks.editorial import OVERDUE
from generator.findings.finding import Bilingual, Finding, Spot
from generator.records.policies import Policies, Policy

_SOMEONE = Bilingual("负责的人", "whoever looks after it")


def overdue(policy: Policy, as_of: date) -> bool:
    """Whether the explainer of a document should have been reviewed by now."""
    return policy.review_by is not None and policy.review_by < as_of


def judge(policies: Policies, as_of: date) -> Iterator[Finding]:
    """The explainers that are overdue on a day."""
    for policy in policies:
        if policy.review_by and overdue(policy, as_of):
            file = f"data/policies/{policy.id}.yaml"
            yield Finding(
                problem=OVERDUE,
                spot=Spot(file),
                message=OVERDUE.message.filled(short=policy.short, day=policy.review_by, as_of=as_of),
                remedy=OVERDUE.remedy.filled(owner=policy.owner or _SOMEONE),
            )
