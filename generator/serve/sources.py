"""Where what a site is made from lies: the folders to watch."""

from collections.abc import Iterator
from pathlib import Path

from generator.build.base import PROGRAM, contents, files_below
from generator.errors import ToldError
from generator.serve.watching import Folder
from generator.settings import Settings, configuration

_CONFIGURATION = frozenset({".yml", ".yaml"})
_CODE = frozenset({".py"})
_EXAMPLES = PROGRAM / "checks" / "examples"


def folders(root: Path, settings: Settings | None) -> Iterator[Folder]:
    """The folders of a register and of the program whose files show on the site.

    Without usable settings they are those of a register that keeps to what is usual.
    """
    yield Folder(root, deep=False, only=_CONFIGURATION)
    yield Folder(root / "data")
    yield Folder(root / (settings.docs_dir if settings else "site_src"))
    custom = _custom(root)
    if custom:
        yield Folder(root / custom)
    yield Folder(PROGRAM)


def is_code(path: Path) -> bool:
    """Whether a file of the program is one that a running process does not read again."""
    return path.is_relative_to(PROGRAM) and (path.suffix in _CODE or path.is_relative_to(_EXAMPLES))


def code() -> bytes:
    """The digest of those files."""
    return contents(filter(is_code, files_below(PROGRAM)), PROGRAM)


def _custom(root: Path) -> str | None:
    """The county's own folder of templates."""
    try:
        theme = configuration(root).get("theme")
    except ToldError:
        return None
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return str(custom) if custom else None
