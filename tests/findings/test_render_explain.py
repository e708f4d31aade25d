"""What ``gongshi explain`` says."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.catalogue import explain, problems
from generator.findings.render_explain import render, render_json
from generator.reading.reference import load
from generator.records.policies import Policies
from generator.records.privacy import private_numbers

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[Path, str], None]


@pytest.fixture(scope="module")
def documents() -> Policies:
    reference, _ = load(ROOT)
    assert reference
    return reference.policies


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rule(lang: str, documents: Policies, golden: Golden) -> None:
    golden(
        GOLDEN / f"explain-{lang}.txt", render(explain("D004", documents), lang=lang, page="https://a/b.html")
    )


@pytest.mark.parametrize("code", list(problems()))
def test_every_code_can_be_explained(code: str, documents: Policies) -> None:
    explained = explain(code, documents)
    for lang in ("zh", "en"):
        text = render(explained, lang=lang)
        assert text.startswith(f"{code} {explained.problem.title.of(lang)}\n")
        assert all(citation in text for _, citation in explained.clauses)
        assert not re.search(r"\{[a-z_]+\}", text)
        assert "\033" not in text
    data = json.loads(render_json(explained))
    assert data["code"] == code
    assert bool(data["doc"]) == bool(data["bad"])


def test_no_example_is_shown_with_its_private_number(documents: Policies) -> None:
    for code in ("P001", "P002", "P003"):
        explained = explain(code, documents)
        assert "****" in render(explained)
        assert not private_numbers(render(explained))
        assert not private_numbers(render_json(explained))


def test_colour_marks_headings(documents: Policies) -> None:
    coloured = render(explain("M001", documents), colour=True)
    assert re.sub(r"\033\[[0-9;]*m", "", coloured) == render(explain("M001", documents))
    assert coloured != render(explain("M001", documents))


def test_what_is_only_warned_of_is_not_called_forbidden(documents: Policies) -> None:
    warned = render(explain("D003", documents))
    assert "这样会有提示；是实情的，照实写\n" in warned
    assert "这样写不行" not in warned
    assert "这样写不行\n" in render(explain("D004", documents))
