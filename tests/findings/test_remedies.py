import re

import pytest

from generator.checks.catalogue import problems
from generator.findings.remedies import remedy


@pytest.mark.parametrize("code", problems())
def test_a_rules_page_tells_the_remedy_without_holes(code: str) -> None:
    told = remedy(problems()[code])
    assert not re.search(r"\{[^{}]*\}|…", told)
    assert told
