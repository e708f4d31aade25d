"""The command, run in this process."""

import io
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

from generator.cli.app import main


class Done(NamedTuple):
    """What a command answered and said."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Done:
    """Run ``gongshi`` with some arguments."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(arguments))
    return Done(code, out.getvalue(), err.getvalue())
