"""Every rule refuses its bad examples and lets its good ones pass."""

import re

import pytest
import yaml

from generator.checks.catalogue import FAMILIES, problems
from generator.checks.example import Example, Examples, base, examples
from generator.checks.rule import Context
from generator.reading.record import read
from tests.checks.judging import judge, judge_example

CODES = [code for code in problems() if code[0] not in "SYEL"]


def _examples(code: str) -> Examples:
    try:
        return examples(code)
    except FileNotFoundError:
        return Examples((), ())


EVERY = [
    pytest.param(code, kind, example, id=f"{code}-{kind}-{number}")
    for code in CODES
    for kind in ("bad", "good")
    for number, example in enumerate(getattr(_examples(code), kind), 1)
]


def test_the_base_record_passes_every_rule(context: Context) -> None:
    text = yaml.safe_dump(base(), allow_unicode=True)
    reading = read(text.encode(), "data/projects/SL-2023-0042.yaml", context.reference)
    assert [finding.message.zh for finding in judge([reading], context)] == []


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_bad_and_a_good_example(code: str) -> None:
    assert _examples(code).bad
    assert _examples(code).good


@pytest.mark.parametrize(("code", "kind", "example"), EVERY)
def test_example(code: str, kind: str, example: Example, context: Context) -> None:
    found = judge_example(example, context)
    codes = {finding.code for finding in found}
    expected = {*example.also, *([code] if kind == "bad" else [])}
    assert codes == expected, [(finding.code, finding.path, finding.message.zh) for finding in found]


@pytest.mark.parametrize(("code", "kind", "example"), EVERY)
def test_texts_of_findings_are_whole(code: str, kind: str, example: Example, context: Context) -> None:
    for finding in judge_example(example, context):
        for text in (*finding.message, *finding.remedy):
            assert not re.search(r"[{}]|None|Decimal|Bilingual|\(\)", text), text


@pytest.mark.parametrize("code", CODES)
def test_a_quoted_example_is_short_yaml_of_its_own(code: str) -> None:
    for example in (*_examples(code).bad, *_examples(code).good):
        assert len(example.text.splitlines()) <= 30
        quoted = yaml.load(example.text, yaml.BaseLoader)
        assert {key: quoted[key] for key in example.change} == example.change


def test_every_family_is_named() -> None:
    assert {code[0] for code in problems()} <= set(FAMILIES)
