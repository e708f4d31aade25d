"""The engine that renders Markdown pages and frames into a folder.

This is all that is asked of it (``docs/decisions/0001-two-tiers.md``), so there can be several
(``docs/decisions/0040-engines.md``). None is loaded before it is used.
"""

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from generator.build.engines.trouble import EngineError, NoEngineError

__all__ = ["DEFAULT", "NAMES", "EngineError", "NoEngineError", "render", "version"]

_MARKDOWN = ("markdown", "pymdown-extensions", "pygments")
_PACKAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "mkdocs": ("mkdocs", "mkdocs-material", "jinja2", *_MARKDOWN),
        "properdocs": ("properdocs", "mkdocs-material", "jinja2", *_MARKDOWN),
        "zensical": ("zensical", *_MARKDOWN),
    }
)
"""By engine the packages whose versions decide on what it renders; the first is the engine itself."""

NAMES = tuple(_PACKAGES)
"""All engines; ``generator.build.engines`` has a module for each."""

DEFAULT = NAMES[0]
"""The one that is installed with the program."""


def version(name: str = DEFAULT) -> str:
    """The engine and everything whose version decides on what it renders, each with its version.

    Raises:
        NoEngineError: there is no engine of that name, or it is not installed.
    """
    if name not in _PACKAGES:
        raise NoEngineError(f"没有叫“{name}”的网页引擎。可以用的有：{'、'.join(NAMES)}。")
    from importlib import metadata

    try:
        return ", ".join(f"{each} {metadata.version(each)}" for each in _PACKAGES[name])
    except metadata.PackageNotFoundError:
        raise NoEngineError(
            f"没有装 {name}。请先运行：pip install 'gongshi[{name}]'，再做一遍；"
            f"或者不写 --engine，用 {DEFAULT}。网站没有更新。"
        ) from None


def render(root: Path, folder: Path, day: date, name: str = DEFAULT) -> None:
    """Render the Markdown pages and frames of ``root`` into ``folder``, with the engine of that name.

    What comes out depends on nothing but

    - ``mkdocs.yml``, a file that it names under ``INHERIT``, and environment variables that it names
      with ``!ENV``;
    - the files in its ``docs_dir`` and in the ``custom_dir`` of its theme;
    - our templates (``generator/pages/theme``);
    - plugins, hooks and files outside ``docs_dir`` (snippets, for one) that ``mkdocs.yml`` names, where
      a county has added some;
    - ``day``, and :func:`version` of the engine.

    Raises:
        NoEngineError: there is no engine of that name, or it is not installed.
        SettingsError: ``mkdocs.yml`` is wrong.
        EngineError: a page cannot be rendered, or, with ``strict``, the engine warned of something.
    """
    version(name)
    import_module(f"generator.build.engines.{name}").render(root, folder, day)
