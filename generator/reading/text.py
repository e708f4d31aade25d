"""From bytes to text: what a file is, its size, its encoding, its characters."""

import os
import re
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path

from generator.findings.finding import Bilingual
from generator.reading.fault import Fault
from generator.reading.problems import files

SIZE_LIMIT = 1 << 20
"""The most bytes that a file may have."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_RARE = ("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff")
_HARMLESS = bytes({*range(256)} - {*range(0x20), 0x7F, 0xC2} | {*b"\t\n\r"})
"""Bytes that are no control character in UTF-8, and begin none but the rare ones."""

_KINDS = (
    (stat.S_ISDIR, Bilingual("一个文件夹", "a folder")),
    (stat.S_ISFIFO, Bilingual("一个管道", "a pipe")),
    (stat.S_ISSOCK, Bilingual("一个套接字", "a socket")),
    (stat.S_ISCHR, Bilingual("一个设备", "a device")),
    (stat.S_ISBLK, Bilingual("一个设备", "a device")),
)
_GUESSES = {
    "utf-16": Bilingual("看样子是 UTF-16（记事本里叫“Unicode”）", "it looks like UTF-16"),
    "gb18030": Bilingual("看样子是 GBK（记事本里叫“ANSI”）", "it looks like GBK"),
    None: Bilingual("第 {line} 行有读不出来的字节", "line {line} has bytes that cannot be read"),
}


def load(path: Path | str) -> bytes | Fault:
    """The content of a file, or why it is not read; never more than the limit is taken in.

    A link is followed; whatever is no regular file is not even opened.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - the hot path of a build in which little has changed
        if not stat.S_ISREG(status.st_mode):
            return _no_file(status.st_mode)
        data = _content(path, status.st_size)
    except (OSError, ValueError) as error:
        return _unreadable(path, error)
    return data if len(data) <= SIZE_LIMIT else too_large(max(len(data), status.st_size))


def _content(path: Path | str, expected: int) -> bytes:
    """What a file holds, up to one byte more than the limit, in one go if it is as long as expected."""
    descriptor = _open(path)
    try:
        data = os.read(descriptor, min(expected, SIZE_LIMIT) + 1)
        if len(data) == expected:
            return data
        parts, missing = [data], SIZE_LIMIT + 1 - len(data)
        while missing > 0 and (more := os.read(descriptor, missing)):
            parts.append(more)
            missing -= len(more)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def _open(path: Path | str) -> int:
    """Open without waiting, should the file have turned into a pipe meanwhile."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


def _no_file(mode: int) -> Fault:
    what = next((name for is_kind, name in _KINDS if is_kind(mode)), Bilingual("别的东西", "something else"))
    return Fault(files.NOT_A_FILE, values={"what": what})


def _unreadable(path: Path | str, error: Exception) -> Fault:
    reasons: tuple[tuple[type[Exception], Bilingual], ...] = (
        (FileNotFoundError, Bilingual("文件已经不在了", "it is gone")),
        (PermissionError, Bilingual("没有读的权限", "it may not be read")),
        (IsADirectoryError, Bilingual("它是一个文件夹", "it is a folder")),
    )
    reason = next((text for kind, text in reasons if isinstance(error, kind)), None)
    if isinstance(error, FileNotFoundError) and Path(path).is_symlink():
        reason = Bilingual("它是一个快捷链接，指向的文件不在了", "it is a link to a file that is not there")
    words = getattr(error, "strerror", None) or type(error).__name__
    return Fault(files.UNREADABLE, values={"reason": reason or Bilingual(words, words)})


def too_large(size: int) -> Fault:
    """The fault of a file of ``size`` bytes."""
    return Fault(files.TOO_LARGE, values={"size": size, "limit": SIZE_LIMIT})


def decode(data: bytes) -> tuple[str, list[Fault]]:
    r"""The text of a file, without byte-order mark and with ``\n`` as its line end; and its faults.

    Where there is a fault, the text is what could be made of the bytes, for excerpts and for those
    who search it; nothing may be built from it.
    """
    if len(data) > SIZE_LIMIT:
        return "", [too_large(len(data))]
    try:
        text = _lines(str(data.removeprefix(BOM_UTF8), "utf-8"))
    except UnicodeDecodeError as error:
        return _undecodable(data, error)
    if not data.translate(None, _HARMLESS) and not any(map(text.__contains__, _RARE)):
        return text, []
    return text, list(_control_characters(text)) if _CONTROL.search(text) else []


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _undecodable(data: bytes, error: UnicodeDecodeError) -> tuple[str, list[Fault]]:
    encoding, text = _guess(data)
    before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1 if encoding != "utf-16" else 1
    guess = _GUESSES[encoding]
    values = {"guess": Bilingual(guess.zh.format(line=line), guess.en.format(line=line))}
    return _lines(text), [Fault(files.NOT_UTF8, line, values=values)]


def _guess(data: bytes) -> tuple[str | None, str]:
    """The encoding that the bytes seem to be in, and the text they give."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16", data.decode("utf-16", "replace")
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None, data.decode("utf-8", "replace")
    utf8 = data.decode("utf-8", "replace")
    broken = utf8.count("\ufffd")
    whole = sum(character > "\x7f" for character in utf8) - broken
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    beyond = sum(character > "\x7f" for character in text)
    return ("gb18030", text) if broken > whole and han * 2 > beyond else (None, utf8)


def _control_characters(text: str) -> Iterator[Fault]:
    for number, line in enumerate(text.split("\n"), 1):
        for found in _CONTROL.finditer(line):
            code = f"U+{ord(found[0]):04X}"
            yield Fault(files.CONTROL_CHARACTER, number, found.start() + 1, {"code": code})
