"""Standard output and standard error as the command needs them, whatever it was started with."""

import codecs
import io
import os
import sys

_LEGIBLE = "gongshi.legible"


def ready() -> None:
    """Let everything be said from now on: where nobody listens, and where characters cannot be shown."""
    _occupied()
    sys.stdout = sys.stdout or _silent(1)
    sys.stderr = sys.stderr or _silent(2)
    codecs.register_error(_LEGIBLE, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_LEGIBLE)


def _occupied() -> None:
    """Occupy what was closed: else the next file that is opened would get what is said."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        # Whoever we start inherits it, as it does standard streams that were open.
        os.set_inheritable(number, True)
    os.close(number)


def _silent(number: int) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.FileIO(number, "w", closefd=False), "utf-8", write_through=True)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    r"""What cannot be shown as ``\uXXXX``, in the way of JSON, which therefore stays valid."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    units = [text[at : at + 2].hex() for at in range(0, len(text), 2)]
    return "".join(f"\\u{unit}" for unit in units), error.end
