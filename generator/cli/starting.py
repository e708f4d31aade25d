"""The beginning and the end of the command's process."""

import sys
from contextlib import suppress
from typing import NoReturn

from generator.cli.leaving import leave
from generator.cli.stopping import STOPPED, Stopped, asked, deafen, listen
from generator.cli.streams import ready


def run() -> NoReturn:
    """Run the command, and end this process with its exit code."""
    try:
        listen()
        ready()
        # Loading takes a while, and someone may have had enough by then.
        from generator.cli.app import main
        from generator.patience import patience

        with patience():
            code = main()
        deafen()
    except (KeyboardInterrupt, Stopped, Exception):
        # Python wraps what a signal raises in some places.
        code = asked()
        if not code:
            raise
        deafen()
        with suppress(OSError):
            print(STOPPED, file=sys.stderr)
    leave(code)
