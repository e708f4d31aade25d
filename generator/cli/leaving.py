"""The end of the command's process."""

import atexit
import os
import sys
import threading
from typing import NoReturn


def leave(code: int) -> NoReturn:
    """End this process with an exit code, and do not take apart first what it has in memory.

    Python would give back every object of ten thousand records one by one, for half a second that someone
    waits. Whatever asked to be told of the end is told; where other threads run, or something cannot be
    written any more, Python ends in its own way.
    """
    if threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()
    try:
        # Python has none where they were closed from the start.
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)
