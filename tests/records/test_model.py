import pickle
from datetime import date

import pytest
from pydantic import ValidationError

from generator.records.distribution import Distribution
from generator.records.linkages import LINKAGES, Period, Training
from generator.records.model import Model, built, dumped, fields_of, is_model, validated
from generator.records.outcome import Disclosure
from generator.records.parties import Supervision
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


def test_a_model_survives_the_way_to_another_process() -> None:
    period = validated(Period, TERM)
    assert pickle.loads(pickle.dumps(period)) == period


def test_what_is_not_given_is_as_where_a_record_does_not_state_it() -> None:
    year = built(Distribution, year=2024)
    assert year.year == 2024
    assert year.uses == ()
    assert year.decided is None
    assert year.carried_forward is fields_of(Distribution)["carried_forward"].default


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
    supervision = built(Supervision, department="县乡村振兴局", hotlines=("12317",))
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
