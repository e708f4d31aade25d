"""Runs first in every Python process of a build under test, and lets the fault happen that FAULT asks for.

It hears of every file operation before it happens (``sys.addaudithook``). ``FAULT`` is JSON:

- ``who``: ``main`` or ``worker``;
- ``on``: a regular expression that the operation must match: ``open r /path``, ``open w /path``,
  ``os.rename /from /to``, ``os.mkdir /path``, ``ctypes.dlsym renameat2`` …;
- ``nth``: the how-manieth such operation of the process it is, beginning with 1;
- ``do``: ``kill``, ``exit``, ``term``, ``int``, ``memory``; of two, with a comma between them, the second
  happens when a folder of ours is cleared away after the first; ``refuse ERRNO`` refuses this operation and
  all later ones like it; ``full`` also lets every later write fail, as a full disk does; ``wait PATH`` says
  so by making the file PATH and waits until that is gone again.
"""

import errno
import json
import os
import re
import signal
import sys
import time
from typing import Any, NoReturn

_HEARD = "open", "os.", "ctypes.dlsym", "shutil.rmtree"
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Fault:
    """The one fault of this process."""

    def __init__(self, asked: dict[str, Any]) -> None:
        self.who = asked["who"]
        self.own = _who()
        self.on = re.compile(asked["on"])
        self.nth = asked["nth"]
        do, _, self.then = asked["do"].partition(", ")
        self.what, _, self.argument = do.partition(" ")
        self.seen = 0
        self.busy = False

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.busy or self.who != self.own or not event.startswith(_HEARD):
            return
        self.busy = True
        try:
            said = _said(event, arguments)
            if self.on.search(said):
                self.seen += 1
                if self.seen >= self.nth:
                    self.happen(arguments)
        finally:
            self.busy = False

    def happen(self, arguments: tuple[Any, ...]) -> None:
        if self.what == "refuse":
            _refuse(getattr(errno, self.argument), arguments)
        if self.what == "full":
            self.on = re.compile(r"^(open w|os\.mkdir|os\.link)")
            os.write = lambda *_: _refuse(errno.ENOSPC, ())
            _refuse(errno.ENOSPC, arguments)
        if self.seen > self.nth:
            return
        what = self.what
        if self.then:
            self.on, self.seen, self.nth = re.compile(r"^shutil\.rmtree .*/\.gongshi-"), 0, 1
            self.what, self.then = self.then, ""
        self.once(what)

    def once(self, what: str) -> None:
        if what == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif what == "exit":
            os._exit(1)
        elif what == "term":
            os.kill(os.getpid(), signal.SIGTERM)
        elif what == "int":
            os.kill(os.getpid(), signal.SIGINT)
        elif what == "memory":
            raise MemoryError
        elif what == "wait":
            _wait(self.argument)


def _said(event: str, arguments: tuple[Any, ...]) -> str:
    if event == "open":
        path, mode, flags = arguments
        writing = (isinstance(mode, str) and set(mode) & set("wax+")) or (flags or 0) & _WRITING
        return f"open {'w' if writing else 'r'} {_text(path)}"
    return " ".join([event, *map(_text, arguments)])


def _text(value: object) -> str:
    return os.fsdecode(value) if isinstance(value, bytes | os.PathLike) else str(value)


def _refuse(number: int, arguments: tuple[Any, ...]) -> NoReturn:
    where = _text(arguments[0]) if arguments else None
    raise OSError(number, os.strerror(number), where)


def _wait(path: str) -> None:
    # Several processes may come to wait at the same time.
    with open(path, "a"):  # noqa: PTH123
        pass
    while os.path.exists(path):  # noqa: PTH110
        time.sleep(0.005)


def _who() -> str:
    return "worker" if any("spawn_main" in each for each in sys.orig_argv) else "main"


def _forked() -> None:
    """A process that forked from the main one works for it."""
    _fault.own, _fault.seen, _fault.busy = "worker", 0, False


_asked = json.loads(os.environ.get("FAULT", "{}"))
if _asked and not any("resource_tracker" in each for each in sys.orig_argv):
    _fault = Fault(_asked)
    sys.addaudithook(_fault.hear)
    os.register_at_fork(after_in_child=_forked)
