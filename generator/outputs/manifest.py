"""What the last build made: for every unit its key, its files and what it wanted remembered."""

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.outputs import file
from generator.patience import loading, settle

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
        units: by name.
    """

    base: bytes
    units: Mapping[str, Unit]


def load(path: Path, program: bytes = b"") -> Manifest | None:
    """The manifest in a file; None where there is none, where it is not whole, or of another ``program``."""
    body = file.read(path, program)
    with loading():
        found = Manifest(*marshal.loads(body)) if body else None
        settle()
    return found


def save(manifest: Manifest, path: Path, program: bytes = b"") -> None:
    """Write a manifest, whole or not at all.

    Raises:
        OSError: the folder cannot be written.
    """
    file.write(path, marshal.dumps((manifest.base, dict(manifest.units))), program)
