from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from generator.records.linkages import Period
from generator.records.model import quicken


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
