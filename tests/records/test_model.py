import copy
import pickle
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from generator.reading.data_models import PolicyFile
from generator.records.distribution import Distribution
from generator.records.linkages import LINKAGES, Period, Training
from generator.records.model import Model, dumped, fields_of, is_model, unchecked, validated
from generator.records.outcome import Disclosure
from generator.records.parties import Supervision
from generator.records.project import Project
from tests.changing import having

TERM = {"start": "2024-01-01", "end": "2024-12-31"}


def test_a_model_is_frozen_and_small() -> None:
    period = validated(Period, TERM)
    assert period == validated(Period, TERM) != validated(Period, {**TERM, "end": "2025-12-31"})
    assert not hasattr(period, "__dict__")
    with pytest.raises(AttributeError, match="end"):
        period.end = period.start  # type: ignore[misc]


def test_a_model_takes_no_key_of_its_own_making() -> None:
    with pytest.raises(ValidationError) as error:
        validated(Period, {**TERM, "middle": "2024-06-30"})
    assert [(each["type"], each["loc"]) for each in error.value.errors()] == [
        ("unexpected_keyword_argument", ("middle",))
    ]


def test_words_are_checked_where_they_are_given() -> None:
    data = {"mechanism": "training", "beneficiaries": {"households": "9"}, "stages": ["产前"]}
    assert validated(Training, data).stages == ("产前",)
    with pytest.raises(ValidationError):
        validated(Training, data, {"training_stages": frozenset({"before"})})


@pytest.mark.parametrize("take", [lambda each: pickle.loads(pickle.dumps(each)), copy.copy, copy.deepcopy])
def test_a_model_tells_elsewhere_too_what_is_stated(take: Callable[[Distribution], Distribution]) -> None:
    year = validated(Distribution, {"year": "2024", "income": "100", "reserve": "0"})
    again = take(year)
    assert again == year
    fields = fields_of(Distribution)
    assert again.carried_forward is fields["carried_forward"].default
    assert again.reserve is not fields["reserve"].default


def test_what_is_not_given_is_as_where_a_record_does_not_state_it() -> None:
    year = unchecked(Distribution, year=2024)
    assert year.year == 2024
    assert year.uses == ()
    assert year.decided is None
    assert year.carried_forward is fields_of(Distribution)["carried_forward"].default


@pytest.mark.parametrize("values", [{}, {"year": 2024, "uzes": ()}])
def test_what_nobody_checks_has_all_it_must_have_and_nothing_else(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"Distribution has year, income, .*, and needs"):
        unchecked(Distribution, **values)


def test_an_amount_of_nothing_that_is_stated_is_known_from_one_that_is_not() -> None:
    default = fields_of(Distribution)["carried_forward"].default
    least = {"year": "2024", "income": "100"}
    unsaid, said = validated(Distribution, least), validated(Distribution, {**least, "carried_forward": "0"})
    assert unsaid == said
    assert unsaid.carried_forward is default
    assert said.carried_forward is not default


def test_values_are_told_by_the_keys_of_a_record() -> None:
    data = {"moment": "plan", "from": "2024-01-01", "to": "2024-01-10", "at": ["村务公开栏"]}
    shown = {**data, "from": date(2024, 1, 1), "to": date(2024, 1, 10), "at": ("村务公开栏",)}
    assert dumped(validated(Disclosure, data)) == {**shown, "objections": None}


def test_a_changed_model_leaves_the_other_as_it_was() -> None:
    supervision = unchecked(Supervision, department="县乡村振兴局", hotlines=("12317",))
    assert having(supervision, department="镇政府").hotlines == ("12317",)
    assert supervision.department == "县乡村振兴局"


@pytest.mark.parametrize(
    ("annotation", "is_one"), [(Period, True), (Model, True), (str, False), (Period | None, False)]
)
def test_models_are_known_from_other_annotations(annotation: object, is_one: bool) -> None:
    assert is_model(annotation) is is_one


def test_every_mechanism_is_known_by_its_code() -> None:
    assert len(LINKAGES) == 12
    assert all(fields_of(model)["mechanism"].is_required() for model in LINKAGES.values())


def test_every_model_is_read_by_itself_and_its_defaults_can_be_told_from_what_is_stated() -> None:
    """Who is no part would be read as what it comes from; and equal texts or flags are one object."""
    assert {Project, PolicyFile} < set(MODELS)
    for model in MODELS:
        assert "__pydantic_validator__" in vars(model), f"{model.__name__} is no part"
        defaults = [each.default for each in fields_of(model).values() if not each.is_required()]
        amounts = [each for each in defaults if each is not None and each != ()]
        assert {type(each) for each in amounts} <= {Decimal}, model.__name__
        assert len({id(each) for each in amounts}) == len(amounts), f"{model.__name__} has one default twice"


def _below(model: type[Model]) -> Iterator[type[Model]]:
    for each in model.__subclasses__():
        yield each
        yield from _below(each)


# What a class was before it became a part lives on, too, and nobody finds it by its name.
MODELS = [
    each for each in _below(Model) if getattr(sys.modules[each.__module__], each.__name__, None) is each
]
