"""Kill -9 at any moment: the site is the old one or the new one, and the next build succeeds."""

import os
import random
import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.register import Fault, Register, Site, ended, until_there

_DICE = int(os.environ.get("FAULTS", "2"))
"""How many moments are drawn by chance; the environment may ask for more."""


_BEFORE = (
    moments.STARTING,
    moments.ADOPTING,
    moments.ADOPTED,
    moments.ENGINE,
    moments.RECORD,
    moments.KEPT_RECORDS,
    moments.DATA,
    moments.SEARCH,
    moments.EXCHANGE,
)


def test_before_the_exchange(small: Register, edited: Site) -> None:
    """One build after the other is killed, each a little later; what they leave harms none of the next."""
    before = small.site
    for moment in _BEFORE:
        (small.cache / "engine.key").unlink(missing_ok=True)
        assert small.run(fault=Fault("kill", moment)).code == -signal.SIGKILL, moment
        assert small.site == before, moment
    assert small.run().code == 0
    assert small.site == edited
    small.assert_tidy()


@pytest.mark.parametrize(
    "moment", [moments.KEPT_SITE, moments.SAVED_SITE, moments.TOLD, moments.LAYING_ASIDE]
)
def test_after_the_exchange(small: Register, edited: Site, moment: str) -> None:
    assert small.run(fault=Fault("kill", moment)).code == -signal.SIGKILL
    assert small.site == edited
    assert small.run().code == 0
    assert small.site == edited
    small.assert_tidy()


@pytest.mark.parametrize("seed", range(_DICE))
def test_at_any_moment(small: Register, edited: Site, seed: int) -> None:
    """Several builds are killed one after the other, each before a file operation drawn by chance."""
    dice, before, anything = random.Random(seed), small.site, re.escape(str(small.root.parent))
    for _ in range(2):
        done = small.run(fault=Fault("kill", anything, dice.randrange(1, 1200)))
        assert done.code in (-signal.SIGKILL, 0)
        assert small.site in (before, edited)
    assert small.run().code == 0
    assert small.site == edited
    small.assert_tidy()


@pytest.mark.parametrize("moment", [moments.RECORD, moments.LIST])
def test_while_others_work_for_it(large: Register, tmp_path: Path, moment: str) -> None:
    """They end by themselves, though one was in the middle of something."""
    there = tmp_path / "there"
    build = large.start("--jobs", "2", fault=Fault(f"wait {there}", moment, 20, "worker"))
    until_there(there, build)
    build.kill()
    assert ended(build).code == -signal.SIGKILL
    assert list(large.site) == ["index.html"]
    assert large.run("--jobs", "1", fault=Fault("term", moments.RECORD)).code == 128 + signal.SIGTERM
    large.assert_tidy()


def test_between_the_two_renames(small: Register, edited: Site, tmp_path: Path) -> None:
    """Where the system cannot exchange two folders, the next build first brings the site back."""
    before = small.site
    ghost = subprocess.Popen(["true"])
    ghost.wait()
    (small.root / "site").rename(small.root / f".gongshi-{ghost.pid}-old-site")
    assert small.run(fault=Fault("term", moments.RECORD)).code == 128 + signal.SIGTERM
    assert small.site == before
    assert small.run().code == 0
    assert small.site == edited
    small.assert_tidy()
