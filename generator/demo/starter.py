"""Where a new site root's fixed files come from."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def starter() -> Path:
    """The folder with ``mkdocs.yml``, ``site_src`` and ``data`` that a new site root starts from.

    An installed package carries it as ``generator/starter``; in a checkout it is the repository's root.

    Raises:
        FileNotFoundError: neither is there; the installation is broken.
    """
    for folder in (_PACKAGE / "starter", _PACKAGE.parent):
        if (folder / "mkdocs.yml").is_file() and (folder / "data" / "vocabularies").is_dir():
            return folder
    raise FileNotFoundError(f"{_PACKAGE} 里没有 starter 文件夹。程序没有装完整，请重新安装。")
