"""Going through folders, links to folders included, as those do who read what lies in them."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import ToldError

_READ = (".yaml", ".yml", ".md")
"""How the names end of files whose names are told of, or become addresses; others are only copied."""


class NamingError(ToldError):
    """A file's name is no text (exit code 2)."""

    def __init__(self, path: str) -> None:
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        super().__init__(
            f"{shown}：这个名字不是用 UTF-8 写的（多半是从旧的压缩包里解出来的），没法读。"
            "请给它改名，再运行一次；项目记录的名字用项目编号加 .yaml。"
        )


def walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Like :func:`os.walk`, but links to folders are followed, except where they lead back to one above.

    Raises:
        NamingError: a name is not UTF-8.
    """
    for above, folders, names in os.walk(folder, followlinks=True):
        _readable(above, [*folders, *(name for name in names if name.endswith(_READ))])
        folders[:] = [name for name in folders if not _returns(folder, f"{above}/{name}")]
        yield above, folders, names


def _readable(above: str, names: list[str]) -> None:
    try:
        "\n".join(names).encode()
    except UnicodeEncodeError:
        for name in names:
            # No text, and not hidden: what is hidden, nobody reads.
            if not name.isprintable() and not name.startswith("."):
                raise NamingError(f"{above}/{name}") from None


def _returns(start: Path, folder: str) -> bool:
    """Whether a folder below ``start`` is a link to one that it lies in, by whatever way we came to it."""
    if not os.path.islink(folder):  # noqa: PTH114 - there may be thousands
        return False
    path = Path(folder)
    come = [each for each in path.parents if each.is_relative_to(start)]
    leads = path.resolve()
    return any(each.resolve().is_relative_to(leads) for each in come)
