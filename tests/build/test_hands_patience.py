import gc

import pytest

from generator.build.hands import patience


def test_patience_ends_with_the_build_however_that_ends() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), patience():
        assert gc.get_threshold() > before
        raise ValueError("stopped")
    assert gc.get_threshold() == before
