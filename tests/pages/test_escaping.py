"""Templates as our environment compiles them."""

import pytest
from markupsafe import Markup

from generator.pages.escaping import Templates, Words


@pytest.fixture(scope="module")
def env() -> Templates:
    made = Templates(plain=frozenset({"label"}), autoescape=True)
    made.filters["label"] = Words({"stages": {"open": Markup("A &amp; B")}})
    return made


def test_a_word_is_found_by_its_code_and_vocabulary(env: Templates) -> None:
    assert env.from_string("{{ code|label('stages') }}").render(code="open") == "A &amp; B"
    with pytest.raises(KeyError):
        env.from_string("{{ code|label('stages') }}").render(code="unknown")


def test_words_are_looked_up_without_a_call(env: Templates) -> None:
    assert ".words['stages'][" in env.compile("{{ code|label('stages') }}", None, None, True)


@pytest.mark.parametrize(("value", "told"), [(None, "none"), (0, "stated"), ("", "stated")])
def test_what_is_none_is_told_from_what_is_nothing(env: Templates, value: object, told: str) -> None:
    template = "{% if value is not none %}stated{% else %}none{% endif %}"
    assert env.from_string(template).render(value=value) == told
