import gc
from collections.abc import Iterator

import pytest

from generator.patience import loading, patience, settle


@pytest.fixture
def usual() -> Iterator[tuple[int, int, int]]:
    """How often Python looks by itself; another test may have let workers' work be done in this process."""
    before, often = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*often)
    yield often
    gc.set_threshold(*before)


def test_patience_ends_with_the_build_however_that_ends(usual: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="stopped"), patience():
        assert gc.get_threshold() > usual
        raise ValueError("stopped")
    assert gc.get_threshold() == usual


def test_what_settled_is_looked_through_again_when_the_build_is_over() -> None:
    before = gc.get_freeze_count()
    with patience():
        settle()
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == 0


def test_nobody_looks_while_something_is_loaded() -> None:
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    try:
        with loading():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
