"""The faces that sheets are set in: those that come with the installation, or the publisher's own.

Only named files are loaded, never what a machine happens to have, so a sheet looks the same everywhere.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

from generator.settings import Settings, SettingsError

_OWN = Path(__file__).parent / "fonts"
_SERIF = "Noto Serif SC"
_SANS = "Noto Sans SC"
_ENDS = {".ttf", ".otf", ".ttc", ".otc"}


@dataclass(frozen=True)
class Faces:
    """Font files, and the families for titles, body and labels, each with what it falls back on."""

    files: tuple[Path, ...]
    title: tuple[str, ...]
    body: tuple[str, ...]
    label: tuple[str, ...]

    def families(self) -> dict[str, list[str]]:
        """The families as the templates take them."""
        return {"title": list(self.title), "body": list(self.body), "label": list(self.label)}

    @cached_property
    def digest(self) -> str:
        """Changes whenever a file or a choice of family does."""
        found = hashlib.sha256(repr((self.title, self.body, self.label)).encode())
        for file in self.files:
            found.update(hashlib.sha256(file.read_bytes()).digest())
        return found.hexdigest()

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that at least one face has."""
        return frozenset(point for file in self.files for point in _points(file))


def faces(root: Path, settings: Settings) -> Faces:
    """The faces of a register.

    Raises:
        SettingsError: a configured font file is missing or is none.
    """
    fonts = settings.notices.fonts
    own = tuple(_checked(root / name, name) for name in fonts.files)
    return Faces(
        (*own, *sorted(_OWN.glob("*.ttf")), _sans()),
        (*fonts.title, _SERIF, _SANS),
        (*fonts.body, _SERIF, _SANS),
        (*fonts.label, _SANS),
    )


def _sans() -> Path:
    spec = find_spec("justmytype_intl_cjk")
    if spec is None or spec.origin is None:
        raise SettingsError("缺少打印用的字体包 justmytype-intl-cjk。请重新安装依赖（make site）。")
    return Path(spec.origin).parent / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf"


def _checked(file: Path, name: str) -> Path:
    if file.suffix.lower() not in _ENDS or not file.is_file():
        raise SettingsError(
            f"extra.gongshi.notices.fonts.files 里的“{name}”不是字体文件，或者没有找到。"
            "请写 .ttf、.otf 或 .ttc 文件，路径从 mkdocs.yml 所在的文件夹算起。"
        )
    return file


def _points(file: Path) -> set[int]:
    if file.suffix.lower() in (".ttc", ".otc"):
        with TTCollection(str(file), lazy=True) as collection:
            return {point for font in collection.fonts for point in font.getBestCmap() or ()}
    with TTFont(str(file), lazy=True) as font:
        return set(font.getBestCmap() or ())
