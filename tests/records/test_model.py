import threading
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from generator.records.linkages import Period
from generator.records.model import quicken, quickened


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """This process is not all ours."""
    looks = vars(BaseModel)["__getattr__"]
    yield
    setattr(BaseModel, "__getattr__", looks)  # noqa: B010 - mypy knows of no such method


def test_models_are_what_they_were_only_sooner() -> None:
    period = Period.model_validate({"start": "2024-01-01", "end": "2024-12-31"})
    quicken()
    quicken()
    assert "__getattr__" not in vars(BaseModel)
    assert period.end.month == 12
    assert Period.model_validate({"start": "2024-01-01", "end": "2024-12-31"}) == period
    assert period.model_copy(update={"end": period.start}).end == period.start
    with pytest.raises(AttributeError, match="'Period' object has no attribute 'middle'"):
        _ = period.middle  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="frozen"):
        period.end = period.start  # type: ignore[misc]


def test_models_can_be_quick_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    # Other tests of this process may have left threads.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    with pytest.raises(ZeroDivisionError), quickened():
        assert "__getattr__" not in vars(BaseModel)
        _ = 1 / 0
    assert "__getattr__" in vars(BaseModel)


def test_models_stay_as_they_are_where_others_may_use_them() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    with quickened():
        assert "__getattr__" in vars(BaseModel)
    done.set()
    other.join()


def test_models_stay_quick_where_they_were() -> None:
    quicken()
    with quickened():
        pass
    assert "__getattr__" not in vars(BaseModel)
