"""The process of the command ends at once, and loses nothing."""

import os
import subprocess
import sys

_TOLD = "import atexit; atexit.register(print, 'told'); print('said'); "
_LEAVE = "from generator.cli.leaving import leave; leave(3)"


def _python(text: str) -> tuple[int, str]:
    # Into a pipe Python writes late: what it holds back is what could be lost.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-c", text], env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


def test_what_was_said_arrives_and_who_asked_is_told() -> None:
    assert _python(_TOLD + _LEAVE) == (3, "said\ntold\n")


def test_nothing_is_taken_apart() -> None:
    apart = "import sys\nclass Held:\n    def __del__(self): print('apart', flush=True)\nheld = Held()\n"
    assert _python(f"{apart}sys.exit(3)") == (3, "apart\n")
    assert _python(apart + _LEAVE) == (3, "")


def test_other_threads_are_waited_for() -> None:
    other = "import threading; threading.Timer(0.2, print, ['late']).start(); "
    assert _python(other + _LEAVE) == (3, "late\n")
