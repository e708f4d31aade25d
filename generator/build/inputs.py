"""Everything that a build reads, as digests: what tells whether there is anything to do at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.build.base import base
from generator.build.clock import as_of
from generator.build.engine import version
from generator.build.files import looked_into, records_folder
from generator.build.options import OnReject, Options
from generator.build.rendering import sources
from generator.outputs.key import key
from generator.settings import Settings

Look = Callable[[], dict[str, bytes]]
"""Looks into the records: the digest of each file, in the order of the files."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a build reads besides records, and what therefore many pages depend on.

    Attributes:
        base: the key of what every record and page depends on besides itself.
        editorial: the key of what the engine renders; None where nobody can say what the engine reads.
    """

    base: bytes
    editorial: bytes | None

    @classmethod
    def of(cls, root: Path, settings: Settings, options: Options) -> "Shared":
        """What is shared now.

        Raises:
            ClockError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
            SettingsError: ``mkdocs.yml`` cannot be read.
            NoEngineError: the engine asked for is not there.
        """
        found = base(root, settings, as_of(options.as_of, settings.as_of))
        read = sources(root, settings)
        return cls(found, None if read is None else key((found, read, version(options.engine))))


@dataclass(slots=True)
class Inputs:
    """The inputs of one build.

    Attributes:
        shared: what is read besides records.
        sheets: whether the site carries sheets for the notice board.
        look: looks into the records.
        contents: the digest of each record file, in the order of the files; filled by :meth:`read`.
            Files that are no records are among them, as what is said of them is said of the site.
    """

    shared: Shared
    sheets: bool
    look: Look
    contents: dict[str, bytes] = field(default_factory=dict)
    _whole: tuple[OnReject, Mapping[str, bytes], bytes] | None = None

    @classmethod
    def of(cls, root: Path, settings: Settings, options: Options, look: Look | None = None) -> "Inputs":
        """The inputs of a build, its records not yet looked into, unless someone does so already.

        Raises:
            RegisterError: there is no register in ``root``.
            ClockError, SettingsError, NoEngineError: see :meth:`Shared.of`.
        """
        shared = Shared.of(root, settings, options)
        records_folder(root)
        return cls(shared, bool(settings.notices.sheets), look or partial(looked_into, root))

    def read(self) -> None:
        """Look into the records."""
        self.contents = self.contents or self.look()

    def whole(self, options: Options, contents: Mapping[str, bytes]) -> bytes:
        """The key of a whole site made of records with these ``contents``; empty where it has none.

        It has none where sheets are printed: they depend on the faces that this machine has, too.
        """
        if self.shared.editorial is None or self.sheets or not all(contents.values()):
            return b""
        if not self._whole or self._whole[:2] != (options.on_reject, contents):
            # No name has the sign that parts them, and digests are of one length.
            names = sorted(contents)
            listed = "\0".join(names), b"".join([contents[name] for name in names])
            found = key((self.shared.editorial, options.on_reject.value, *listed))
            self._whole = options.on_reject, dict(contents), found
        return self._whole[2]
