"""A cache that was spoilt in any way: the next build is right, and nobody sees a traceback."""

import os
import pickle
import random
import re
import shutil
from pathlib import Path

import pytest

from generator.outputs.file import write
from tests.faults.register import Fault, Register, Site, ended

_DICE = int(os.environ.get("FAULTS", "2"))


def _spoil(dice: random.Random, file: Path) -> None:
    data = bytearray(file.read_bytes())
    how = dice.choice(["cut", "flip", "gone", "empty", "foreign", "other version"])
    if how == "gone":
        file.unlink()
    elif how == "foreign":
        file.write_bytes(pickle.dumps({"foreign": [1, 2, 3]}))
    elif how == "other version":
        write(file, pickle.dumps(("one", "field", "more", "than", "there", "is")))
    else:
        if how == "flip" and data:
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        file.write_bytes(data[: {"cut": len(data) // 2, "empty": 0}.get(how, len(data))])


def _files(register: Register) -> list[Path]:
    return sorted(each for each in register.cache.rglob("*") if each.is_file() and each.name != "lock")


@pytest.mark.parametrize("seed", range(_DICE))
def test_some_files_of_it(small: Register, edited: Site, seed: int) -> None:
    dice = random.Random(seed)
    for file in dice.sample(_files(small), 25):
        _spoil(dice, file)
    done = small.run()
    assert done.code == 0, done.said
    assert small.site == edited
    small.assert_tidy()


def test_every_bit_of_what_tables_are_made_from(small: Register, edited: Site) -> None:
    """Parts are read long after they were found to be there."""
    for file in small.cache.glob("parts-*/*/*"):
        data = bytearray(file.read_bytes())
        for at in range(len(data) // 2, len(data), 500):
            data[at] ^= 8
        file.write_bytes(data)
    done = small.run()
    assert done.code == 0, done.said
    assert small.site == edited


@pytest.mark.parametrize("seed", range(_DICE))
def test_deleted_in_part_at_any_moment(small: Register, edited: Site, tmp_path: Path, seed: int) -> None:
    dice, there = random.Random(seed), tmp_path / "there"
    anything = re.escape(str(small.root))
    build = small.start(fault=Fault(f"wait {there}", anything, dice.randrange(1, 1000)))
    while not there.exists() and build.poll() is None:
        pass
    for file in dice.sample(_files(small), 25):
        file.unlink()
    shutil.rmtree(dice.choice([each for each in small.cache.iterdir() if each.is_dir()]))
    there.unlink(missing_ok=True)
    done = ended(build)
    assert done.code == 0, done.said
    assert small.site == edited
    assert small.run().code == 0
    assert small.site == edited


def test_a_file_stands_for_a_folder_and_a_folder_for_a_file(small: Register, edited: Site) -> None:
    assert small.run().code == 0
    every = [each for each in small.cache.iterdir() if each.name != "lock"]
    for path in [*sorted(small.cache.glob("parts-*/*/*")), *sorted({*every, small.cache / "site.spare"})]:
        if not path.parent.exists():
            continue
        if path.is_dir():
            shutil.rmtree(path)
            path.write_text("foreign")
        else:
            path.unlink(missing_ok=True)
            path.mkdir()
        told = small.cache / "told"
        if told.is_file():
            # Without it nobody knows that there is nothing to do.
            told.unlink()
        done = small.run()
        assert done.code == 0, f"{path}: {done.said}"
        assert small.site == edited, path
        assert small.run().code == 0, path
        small.assert_tidy()
