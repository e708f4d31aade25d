"""What the last build made: for every unit its key, its files and what it wanted remembered."""

import os
import pickle
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.outputs.key import digest

File = tuple[str, int, int]
"""A file's address in the site, its size, and the time it was last written, in nanoseconds.

The time is no sign that an input changed: it tells that the file is still the one that was made.
"""

Unit = tuple[bytes, tuple[File, ...], bytes]
"""Key, files and memory: plain values, since there may be hundreds of thousands of units."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All units of a site.

    Attributes:
        base: the key of what every unit depends on.
        whole: the key of everything that the build read; empty where it is not known.
        units: by name.
    """

    base: bytes = b""
    whole: bytes = b""
    units: Mapping[str, Unit] = field(default_factory=dict)


def load(path: Path) -> Manifest | None:
    """The manifest in a file; None where there is none, or where it is not whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    body = data[16:]
    if len(data) < 16 or digest(body) != data[:16]:
        return None
    base, whole, units = pickle.loads(body)
    return Manifest(base, whole, units)


def save(manifest: Manifest, path: Path) -> None:
    """Write a manifest, whole or not at all.

    Raises:
        OSError: the folder cannot be written.
    """
    body = pickle.dumps((manifest.base, manifest.whole, dict(manifest.units)), pickle.HIGHEST_PROTOCOL)
    replace(path, digest(body) + body)


def replace(path: Path, data: bytes) -> None:
    """Write a file beside the old one and put it in its place when it is whole.

    Raises:
        OSError: the folder cannot be written; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}-", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.replace(name, path)  # noqa: PTH105 - the name is a text
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
