"""What a finished sheet is: its texts, its pixels, the codes on it, its tags and fonts."""

import io
import re
import unicodedata
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image
from pypdf import PdfReader


def pages(pdf: bytes) -> list[str]:
    """The text of every page, without blanks and line ends, compatibility characters resolved."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    return [re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)) for text in texts]


def images(pdf: bytes, dpi: int) -> list[Image.Image]:
    """The pages as a printer or a screen shows them."""
    return [page.render(scale=dpi / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]


def codes(pdf: bytes) -> list[str]:
    """What a telephone reads from the codes, from a rendering of 100 dots an inch."""
    return [found.text for image in images(pdf, 100) for found in zxingcpp.read_barcodes(image)]


def catalog(pdf: bytes) -> Any:
    return PdfReader(io.BytesIO(pdf)).trailer["/Root"]


def claims_ua(pdf: bytes) -> bool:
    """Whether it says of itself that it is PDF/UA-1, is tagged, and names its language and title."""
    root = catalog(pdf)
    metadata = root["/Metadata"].get_object().get_data()
    return (
        bool(root["/MarkInfo"]["/Marked"])
        and "/StructTreeRoot" in root
        and re.search(rb'pdfuaid:part(>|=")1', metadata) is not None
        and str(root["/Lang"]).lower().startswith("zh")
        and bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    )


def fonts(pdf: bytes) -> dict[str, bool]:
    """The names of all fonts, and whether each is embedded."""
    found = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for font in resources.get_object()["/Font"].get_object().values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            keys = ("/FontFile", "/FontFile2", "/FontFile3")
            found[str(inner["/BaseFont"])] = any(key in descriptor for key in keys)
    return found


def margins_clean(pdf: bytes, millimetres: float) -> bool:
    """Whether nothing is printed so near to the left and right edges."""
    for image in images(pdf, 72):
        width = round(millimetres / 25.4 * 72)
        sides = (
            image.crop((0, 0, width, image.height)),
            image.crop((image.width - width, 0, image.width, image.height)),
        )
        if any(side.getextrema()[0] < 200 for side in sides):  # type: ignore[operator]
            return False
    return True


def size(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page in points."""
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return float(box.width), float(box.height)


def pitch(pdf: bytes, word: str) -> float:
    """How far apart the first two characters of a word stand where it is met first, in points."""
    texts = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    at = texts.search(word).get_next()[0]
    return float(texts.get_charbox(at + 1, loose=True)[0] - texts.get_charbox(at, loose=True)[0])
