import gc

import pytest

from generator.patience import loading, patience, settle


def test_patience_ends_with_the_build_however_that_ends() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), patience():
        assert gc.get_threshold() > before
        raise ValueError("stopped")
    assert gc.get_threshold() == before


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
