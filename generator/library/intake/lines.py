"""The lines of a document: of a text file, or the paragraphs of a Word file."""

import re
import zipfile
from pathlib import Path
from typing import NamedTuple

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

LARGEST = 20_000_000
_PAGE = re.compile(
    r"[-—–－_·\s]*[0-9０-９]{1,3}[-—–－_·\s]*"
    r"|第\s*[0-9]{1,3}\s*页(?:[,，/\s]*共\s*[0-9]{1,3}\s*页)?"
    r"|[0-9]{1,3}\s*/\s*[0-9]{1,3}"
)
_HAN_GAP = re.compile(r"(?<=[一-鿿，。；：、）（》《”“])[ \t\u3000]+(?=[一-鿿，。；：、）（》《“”])")


class IntakeError(Exception):
    """A file cannot be taken in; the message says why and what to do."""


class Line(NamedTuple):
    """One line or paragraph: where it stands, from 1, and whether it was indented."""

    number: int
    text: str
    indented: bool


class Text(NamedTuple):
    """A document's lines, what each is called (行 or 段), and what was lost on the way."""

    lines: list[Line]
    unit: str
    lost: list[tuple[int, str]]


def read(path: Path) -> Text:
    """The lines of a ``.txt`` or ``.docx`` file, without empty lines and page numbers.

    Raises:
        IntakeError: it is neither, is too large, or cannot be read.
    """
    if path.stat().st_size > LARGEST:
        raise IntakeError(f"{path} 太大了，不像一份文件。")
    if path.suffix.lower() == ".docx":
        return _word(path)
    if path.suffix.lower() in (".txt", ".text"):
        return _plain(path)
    raise IntakeError(f"{path.name} 不是 .txt，也不是 .docx。先用办公软件另存成其中一种。")


def _plain(path: Path) -> Text:
    text = _decoded(path.read_bytes(), path)
    found, lost = [], []
    for number, line in enumerate(re.split(r"\r\n|\r|\n|\f", text), 1):
        tidy = _tidy(line)
        if tidy and _PAGE.fullmatch(tidy):
            if tidy.isdecimal():
                lost.append((number, f"只有数字“{tidy}”，看作页码，没有收进来"))
        elif tidy:
            found.append(Line(number, tidy, line[:1] in (" ", "\t", "\u3000")))
    return Text(found, "行", lost)


def _tidy(line: str) -> str:
    return _HAN_GAP.sub("", line.strip().replace("\ufeff", ""))


def _decoded(data: bytes, path: Path) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise IntakeError(f"{path.name} 的文字编码认不出来。用记事本打开，另存时编码选 UTF-8。")


def _word(path: Path) -> Text:
    try:
        document = Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise IntakeError(f"{path.name} 不是完好的 .docx 文件。用办公软件打开，另存一次。") from error
    found: list[Line] = []
    lost: list[tuple[int, str]] = []
    number = 0
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            lost.append((number + 1, "有一张表格，没有收进来"))
            continue
        number += 1
        tidy = _tidy(part.text.replace("\n", ""))
        if tidy and not _PAGE.fullmatch(tidy):
            found.append(Line(number, tidy, True))
            if _numbered(part):
                lost.append((number, "编号是办公软件自动加的，读不出来；请改成直接打出来的编号"))
    return Text(found, "段", lost)


def _numbered(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None
