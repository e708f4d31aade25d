"""How often Python looks for garbage: seldom, where there is much data that is none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 50_000


def look_seldom() -> None:
    """Look for garbage seldom from now on: for processes that work for a build."""
    gc.set_threshold(_OBJECTS, 20, 50)


def settle() -> None:
    """What is loaded by now stays for a while: do not look through it again and again."""
    gc.freeze()


@contextmanager
def patience() -> Iterator[None]:
    """Look for garbage seldom during a build: looking costs a tenth of a renewal."""
    before = gc.get_threshold()
    look_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def loading() -> Iterator[None]:
    """Let nobody look for garbage while a hundred thousand objects are made that are none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
