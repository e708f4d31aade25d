"""A mechanism without a term that the clauses demand of its agreement.

What it does: refuses a linkage that leaves out one of the terms which an agreement on its mechanism
must state (the fields made by ``stated`` in ``generator.records.linkages``); one finding for every
missing term. The finding cites the clauses of the governing documents that name the mechanism.

Why: a mechanism without posts, price, rent or rate is only a name. Households can claim what was
written down, and nothing else.

Mend: write the term as it stands in the agreement. If it was never agreed on, agree on it first.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.linkages import missing_terms
from generator.records.model import labels
from generator.records.project import Project

PROBLEM = Problem(
    code="M002",
    grade=Grade.ERROR,
    title=Bilingual("联结方式缺内容", "A mechanism lacks a term"),
    why=Bilingual(
        "只写一个名称，不写岗位、价格、租金、比例，群众没法算自己能得多少，也没法拿来对照。",
        "A mechanism without posts, price, rent or rate is only a name: nobody can tell what is due.",
    ),
    message=Bilingual(
        "“{mechanism}”没有写{term}。",
        "“{mechanism}” does not state: {term}.",
    ),
    remedy=Bilingual(
        "照协议在这一条下面加上 {key}。{help}协议里也没有的，先补进协议。",
        "Add {key} to this mechanism as the agreement has it{help}; if it is not in there, amend it first.",
    ),
    clauses=("changji-2023-8/10", "changji-2023-8/15", "ningling-2022-106/7-1"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, linkage in enumerate(project.linkages):
        for key in missing_terms(linkage):
            label = labels(type(linkage))[key]
            yield hit(
                PROBLEM,
                ("linkages", number, key),
                clauses=_naming(linkage.mechanism, project, context),
                mechanism=context.word("mechanisms", linkage.mechanism),
                term=Bilingual(label.zh, label.en.lower()),
                key=key,
                help=Bilingual(label.help, ""),
            )


def _naming(mechanism: str, project: Project, context: Context) -> tuple[str, ...]:
    """The clauses of the governing documents that name the mechanism; none where no document does."""
    return tuple(
        clause.id for policy in context.governing(project) for clause, _ in policy.named().get(mechanism, ())
    )
