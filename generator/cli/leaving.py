"""The end of the command's process."""

import atexit
import os
import sys
import threading
from typing import NoReturn


def leave(code: int) -> NoReturn:
    """End this process with an exit code, and do not take apart first what it has in memory.

    Python would give back every object of ten thousand records one by one, for half a second that someone
    waits. Whatever asked to be told of the end is told; where other threads run, Python ends in its own way.
    Who wanted to read what cannot be written any more is told of it by the code 2.
    """
    if threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            # Python has none where they were closed from the start.
            if stream and not stream.closed:
                stream.flush()
    except BrokenPipeError:
        pass
    except OSError:
        # Python would try once more, complain in English and end with 120.
        code = code or 2
    os._exit(code)
