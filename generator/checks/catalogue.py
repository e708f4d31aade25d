"""All rules and all kinds of findings, and what there is to say of each."""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Protocol

from generator.checks import rules as package
from generator.checks.example import Examples, examples
from generator.checks.rule import Rule
from generator.findings.finding import Bilingual, Problem
from generator.records.policies import Policies

FAMILIES = {
    "M": Bilingual("联农带农机制", "Mechanism"),
    "F": Bilingual("资金", "Funding"),
    "O": Bilingual("产权和资产", "Ownership and assets"),
    "A": Bilingual("协议和期限", "Agreement and terms"),
    "D": Bilingual("收益分配", "Distribution"),
    "N": Bilingual("公示和检查", "Notice and inspection"),
    "P": Bilingual("个人信息", "Personal information"),
    "R": Bilingual("全县核对", "Register-wide"),
    "E": Bilingual("案例和解读", "Cases and explainers"),
    "L": Bilingual("台账表格", "Ledger sheets"),
    "S": Bilingual("字段填写", "Fields"),
    "Y": Bilingual("文件格式", "File format"),
}
"""The families of codes by their letter, in the order in which they are shown."""


class _Source(Protocol):
    PROBLEMS: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say of one kind of finding.

    Attributes:
        problem: the kind itself, with title, reason, message and remedy.
        clauses: ids of its clauses, each with its citation (《昌吉细则》第十条（三）), or with the id
            itself where a register does without that document.
        doc: the docstring of its rule; empty for kinds that are no rule's.
        examples: fragments of records, or None for kinds that are no rule's.
    """

    problem: Problem
    clauses: tuple[tuple[str, str], ...]
    doc: str
    examples: Examples | None


@cache
def rules() -> tuple[Rule, ...]:
    """All rules over single records, in the order of their codes.

    Raises:
        ValueError: two rules have one code, or a file and its code differ; a bug of ours.
    """
    found = [
        Rule(module.PROBLEM, module.check, module.__doc__ or "")
        for module in _modules()
        if hasattr(module, "check")
    ]
    return tuple(found)


@cache
def problems() -> dict[str, Problem]:
    """All kinds of findings by their codes, in the order of families and codes.

    Raises:
        ValueError: two kinds have one code; a bug of ours.
    """
    found: dict[str, Problem] = {}
    for problem in _all_problems():
        if found.setdefault(problem.code, problem) is not problem:
            raise ValueError(f"two kinds of findings have the code {problem.code}")
    letters = list(FAMILIES)
    return dict(sorted(found.items(), key=lambda item: (letters.index(item[0][0]), item[0])))


def explain(code: str, policies: Policies) -> Explanation:
    """What there is to say of a kind of finding.

    Raises:
        KeyError: there is no such code.
    """
    problem = problems()[code]
    doc = docs().get(code, "")
    return Explanation(
        problem=problem,
        clauses=tuple(
            (clause, policies.cite(clause) if clause in policies.clauses else clause)
            for clause in problem.clauses
        ),
        doc=doc,
        examples=examples(code) if doc else None,
    )


@cache
def docs() -> dict[str, str]:
    """The docstring of every rule by its code."""
    return {module.PROBLEM.code: module.__doc__ or "" for module in _modules()}


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(each.name for each in pkgutil.iter_modules(package.__path__))
    modules = tuple(import_module(f"{package.__name__}.{name}") for name in names)
    for name, module in zip(names, modules, strict=True):
        if module.PROBLEM.code != name.upper():
            raise ValueError(f"rules/{name}.py has the code {module.PROBLEM.code}")
    return modules


def _all_problems() -> Iterator[Problem]:
    yield from (module.PROBLEM for module in _modules())
    for name in (
        "generator.reading.problems",
        "generator.checks.register",
        "generator.checks.personal",
        "generator.checks.editorial",
        "generator.checks.ledger",
    ):
        source: _Source = import_module(name)
        yield from source.PROBLEMS
