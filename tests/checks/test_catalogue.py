"""The catalogue finds every rule, and every rule is made as docs/rules.md asks."""

import re
from collections import Counter
from string import Formatter

import pytest

from generator.checks import catalogue
from generator.checks.rule import Context
from generator.checks.rules import __path__ as folder
from generator.findings.finding import Bilingual, Problem
from generator.records.policies import Policies
from tests.checks.conftest import ROOT

PROBLEMS = catalogue.problems()
RULES = [code for code in PROBLEMS if code[0] not in "SYEL"]
OUTLINE = re.compile(r"\A[A-Z].*\.\n\nWhat it does: .+?\n\nWhy: .+?\n\nMend: .+?\n\Z", re.DOTALL)
HAN = re.compile("[一-鿿]")


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _texts(problem: Problem) -> tuple[Bilingual, ...]:
    return problem.title, problem.why, problem.message, problem.remedy


def test_rules_are_listed_in_the_order_of_their_codes() -> None:
    codes = [rule.code for rule in catalogue.rules()]
    assert codes == sorted(codes)
    assert set(codes) <= set(PROBLEMS)


def test_problems_are_in_the_order_of_families() -> None:
    letters = [code[0] for code in PROBLEMS]
    assert list(dict.fromkeys(letters)) == [each for each in catalogue.FAMILIES if each in letters]


def test_families_are_named_in_both_languages() -> None:
    assert {code[0] for code in PROBLEMS} == set(catalogue.FAMILIES)
    assert all(name.zh and name.en for name in catalogue.FAMILIES.values())


@pytest.mark.parametrize("family", sorted(catalogue.FAMILIES))
def test_codes_are_contiguous(family: str) -> None:
    numbers = [int(code[1:]) for code in PROBLEMS if code[0] == family]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_file_of_the_folder_is_a_rule() -> None:
    files = {file.stem.upper() for path in folder for file in ROOT.joinpath(path).glob("[!_]*.py")}
    assert files == set(catalogue.docs())
    assert files == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_rules_docstring_has_the_outline(code: str) -> None:
    assert OUTLINE.match(catalogue.docs()[code]), code


@pytest.mark.parametrize("code", PROBLEMS)
def test_texts_are_there_in_both_languages(code: str) -> None:
    problem = PROBLEMS[code]
    for text in _texts(problem):
        assert HAN.search(text.zh) or _places(text.zh)
        assert re.search("[A-Za-z]", text.en)
        assert _places(text.zh) - {"help"} == _places(text.en) - {"help"}, "a field's help is Chinese only"


@pytest.mark.parametrize("code", PROBLEMS)
def test_sentences_are_whole(code: str) -> None:
    problem = PROBLEMS[code]
    texts = (
        (problem.why, problem.message, problem.remedy) if code in RULES else (problem.why, problem.message)
    )
    for text in texts:
        assert text.zh[-1] in "。？！}”", text.zh
        assert text.en[-1] in ".?!}”", text.en
    for title in problem.title:
        assert title[-1] not in "。."
        assert len(title) <= 60


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_clause_exists(code: str, context: Context) -> None:
    problem = PROBLEMS[code]
    policies = context.reference.policies
    assert problem.clauses
    assert [clause for clause in problem.clauses if clause not in policies.clauses] == []


def test_titles_are_distinct() -> None:
    for lang in ("zh", "en"):
        twice = [
            title for title, n in Counter(each.title.of(lang) for each in PROBLEMS.values()).items() if n > 1
        ]
        assert twice == []


def test_explain_a_rule(context: Context) -> None:
    told = catalogue.explain("M001", context.reference.policies)
    assert told.problem is PROBLEMS["M001"]
    assert told.clauses == (
        ("ningling-2022-106/7-2", context.reference.policies.cite("ningling-2022-106/7-2")),
        ("changji-2023-8/16", context.reference.policies.cite("changji-2023-8/16")),
    )
    assert told.doc.startswith("A project that must tie households in")
    assert told.examples
    assert told.examples.bad[0].text == "linkages:\n"


def test_explain_in_a_register_without_the_documents() -> None:
    told = catalogue.explain("M001", Policies([], []))
    assert told.clauses == tuple((clause, clause) for clause in PROBLEMS["M001"].clauses)


def test_explain_a_kind_that_is_no_rule(context: Context) -> None:
    code = next(code for code in PROBLEMS if code[0] == "Y")
    told = catalogue.explain(code, context.reference.policies)
    assert told.doc == ""
    assert told.examples is None


def test_explain_an_unknown_code(context: Context) -> None:
    with pytest.raises(KeyError):
        catalogue.explain("M999", context.reference.policies)
