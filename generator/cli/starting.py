"""The beginning and the end of the command's process."""

import sys
from typing import NoReturn

from generator.cli.leaving import leave
from generator.cli.stopping import STOPPED, Stopped, deafen, listen


def run() -> NoReturn:
    """Run the command, and end this process with its exit code."""
    listen()
    try:
        # Loading takes a while, and someone may have had enough by then.
        from generator.cli.app import main
        from generator.patience import patience

        with patience():
            code = main()
        deafen()
    except (KeyboardInterrupt, Stopped) as stopped:
        deafen()
        code = stopped.exit_code if isinstance(stopped, Stopped) else 130
        print(STOPPED, file=sys.stderr)
    leave(code)
