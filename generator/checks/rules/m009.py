"""A number of a mechanism or of the expected outcome that cannot be.

What it does: refuses a mechanism that ties in no household, a promised number that is zero or less
(posts, area, price, wage, rent, principal, …), a negative rate, a share or a guaranteed rate above 100 %,
and a negative number in the expected outcome.

Why: a promise of nothing is none. A zero often stands where the real number was to be filled in.

Mend: write the number that was agreed; if there is none yet, leave the line out and agree on it.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Path, Problem
from generator.records.model import Model, fields_of, labels
from generator.records.outcome import Expected
from generator.records.project import Project

PROBLEM = Problem(
    code="M009",
    grade=Grade.ERROR,
    title=Bilingual("机制或成效里的数字不对", "A number of a mechanism or outcome that cannot be"),
    why=Bilingual(
        "0 个岗位、0 元工资等于没有承诺；负数和超过 100% 的比例一定是写错了。",
        "No posts and no wage are no promise; negative numbers and shares above 100 % are mistakes.",
    ),
    message=Bilingual(
        "{label}写的是 {value}，{fault}。",
        "{label}: {value} {fault}.",
    ),
    remedy=Bilingual(
        "照协议改成真实的数；还没有商定的，先把这一行删去，商定了再填。",
        "Write the number that was agreed; if there is none yet, leave the line out until there is.",
    ),
    clauses=("gongshi-register/sums", "gongshi-register/fields"),
)

_MAY_BE_ZERO = frozenset({"guaranteed_rate", "profit_share", "return_share"})
_PERCENTAGES = frozenset({"guaranteed_rate", "profit_share", "return_share", "share"})
_NOTHING = Bilingual("应当大于 0", "should be above zero")
_NEGATIVE = Bilingual("不能是负数", "must not be negative")
_TOO_MUCH = Bilingual("不能超过 100%", "must not exceed 100 %")


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, linkage in enumerate(project.linkages):
        path: Path = ("linkages", number)
        if linkage.beneficiaries.households == 0:
            yield _hit(linkage.beneficiaries, (*path, "beneficiaries", "households"), 0, _NOTHING)
        for key in _numbers(type(linkage)):
            value = getattr(linkage, key)
            if value is None or (value > 0 and (key not in _PERCENTAGES or value <= 100)):
                continue
            if fault := _fault(key, value):
                yield _hit(linkage, (*path, key), value, fault)
        for key in _parts(type(linkage)):
            part = getattr(linkage, key)
            if part and part.amount <= 0:
                yield _hit(part, (*path, key, "amount"), part.amount, _NOTHING)
    if project.expected:
        for key in _numbers(Expected):
            value = getattr(project.expected, key)
            if value is not None and value < 0:
                yield _hit(project.expected, ("expected", key), value, _NEGATIVE)


@cache
def _numbers(model: type[Model]) -> tuple[str, ...]:
    """The keys of a model's fields that are numbers."""
    return tuple(key for key, info in fields_of(model).items() if {int, Decimal} & _types(info.annotation))


@cache
def _parts(model: type[Model]) -> tuple[str, ...]:
    """The keys of a model's fields that hold an amount: price, wage, rent."""
    return tuple(key for key in ("price", "wage", "rent") if key in fields_of(model))


def _types(annotation: object) -> set[object]:
    """The types of an annotation such as ``Annotated[int, …] | None``."""
    if isinstance(annotation, UnionType) or get_origin(annotation) is Union:
        return {each for part in get_args(annotation) for each in _types(part)}
    return {get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation}


def _fault(key: str, value: int | Decimal) -> Bilingual | None:
    if value < 0:
        return _NEGATIVE
    if value == 0 and key not in _MAY_BE_ZERO:
        return _NOTHING
    return _TOO_MUCH if key in _PERCENTAGES and value > 100 else None


def _hit(part: Model, path: Path, value: int | Decimal, fault: Bilingual) -> Hit:
    label = _labels(type(part))[str(path[-1])]
    name, unit = Bilingual(label.zh, label.en), f" {label.unit}" if label.unit else ""
    return hit(PROBLEM, path, label=name, value=Bilingual(f"{value}{unit}", f"{value}"), fault=fault)


_labels = cache(labels)
