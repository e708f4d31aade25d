"""Files of the cache: replaced as a whole, and believed only when they are whole."""

import os
import tempfile
from pathlib import Path

from generator.outputs.key import SIZE, digest

NEW = ".new"
"""How the name of a file ends that is being written; one that stays was left by a killed build."""


def read(path: Path, base: bytes = b"") -> bytes | None:
    """What was written into a file, or None where it is not there, not whole, or of another ``base``."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    body = data[SIZE:]
    return body if data[:SIZE] == digest(base, body) else None


def write(path: Path, body: bytes, base: bytes = b"") -> None:
    """Write a file beside the old one, and put it in its place when it is whole.

    Raises:
        OSError: the folder cannot be written; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}-", suffix=NEW, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines((digest(base, body), body))
        os.replace(name, path)  # noqa: PTH105 - the name is a text
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
