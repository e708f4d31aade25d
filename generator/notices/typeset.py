"""Sheets → PDF, with Typst. One compiler and one set of fonts a process, used for many sheets."""

import json
import shutil
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import typst

from generator.notices.fonts import Faces
from generator.notices.sheet import A3_SMALLER, NOTICE_SIZES, Sheet
from generator.pages.qr import qr_svg

TEMPLATES = Path(__file__).parent / "templates"
_STANDARD: Literal["ua-1"] = "ua-1"
_STAMP = datetime(2020, 1, 1, tzinfo=UTC)
"""Every sheet bears the same time, so that equal content gives equal bytes."""


_AGEING = 3
"""The engine forgets what several compilations in a row did not use. So many empty ones after each sheet
keep a process at half the memory; without them it keeps the last ten sheets."""


class TypesetError(Exception):
    """The engine refused a sheet; a bug of ours, as its characters were looked at before."""


def engine_version() -> str:
    """The version of the engine: another one may set a sheet otherwise."""
    return version("typst")


class Typesetter:
    """Sets sheets in given faces."""

    def __init__(self, faces: Faces) -> None:
        fonts = _fonts(faces.files)
        self._families = json.dumps(faces.families(), ensure_ascii=False)
        self._compiler = typst.Compiler(
            str(TEMPLATES / "sheet.typ"), root=str(TEMPLATES), font_paths=fonts, ignore_system_fonts=True
        )
        self._empty = typst.Compiler(str(TEMPLATES / "empty.typ"), font_paths=fonts, ignore_system_fonts=True)

    def pdf(self, sheet: Sheet, paper: str, margins: str) -> bytes:
        """The sheet as tagged PDF/UA-1; ``paper`` is a4 or a3, ``margins`` board or gb.

        Raises:
            TypesetError: the engine refused it, or warned of something.
        """
        inputs = {
            "data": json.dumps(_data(sheet, paper), ensure_ascii=False),
            "faces": self._families,
            "paper": paper,
            "margins": margins,
        }
        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                sys_inputs=inputs, pdf_standards=[_STANDARD], timestamp=_STAMP
            )
        except typst.TypstError as error:
            raise TypesetError(f"{''.join(sheet.title)}：{error}") from error
        if warnings:
            raise TypesetError(f"{''.join(sheet.title)}：{'；'.join(each.message for each in warnings)}")
        for _ in range(_AGEING):
            self._empty.compile()
        assert isinstance(pdf, bytes)
        return pdf


def _fonts(files: tuple[Path, ...]) -> typst.Fonts:
    """Exactly these files: the engine takes folders only, so they are gathered in one."""
    with tempfile.TemporaryDirectory(prefix="gongshi-fonts-") as folder:
        for number, file in enumerate(files):
            link = Path(folder) / f"{number}{file.suffix}"
            try:
                link.symlink_to(file.resolve())
            except OSError:
                shutil.copy(file, link)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        fonts.fonts()
    return fonts


def _data(sheet: Sheet, paper: str) -> dict[str, object]:
    data = sheet.as_dict()
    if sheet.closing:
        data["closing"]["qr"] = qr_svg(sheet.closing.url) if sheet.closing.url else ""
    if paper == "a3":
        data["sizes"] = (
            *sheet.sizes,
            *(size for size in A3_SMALLER if size < sheet.sizes[-1] <= NOTICE_SIZES[-1]),
        )
    return data
