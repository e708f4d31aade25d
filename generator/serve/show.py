"""What browsers are shown, and what they are told when it changes."""

import os
import re
import threading
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import quote, unquote

from generator.outputs.key import key
from generator.records.reference import Reference
from generator.serve.media import HTML, media
from generator.serve.preview import Preview
from generator.serve.quick import Look
from generator.serve.telling import instead, overlay
from generator.serve.trouble import Trouble

OWN = "/-gongshi/"
"""Below this lies what is not of the site: scripts and events of the preview."""

_LOADED = re.compile(rb"""<(?:link|script)\b[^>]*?\s(?:href|src)=["']?([^"'\s>#?:]+\.(?:css|js))\b""")
_LOST = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>没有这一页</title><p>没有这一页。"
_END = b"</body>"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent for an address: a page carries what renews it, and ``seen`` tells it from others."""

    status: int
    media: str
    body: BinaryIO
    seen: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What an open page must know: which content it should have, and what is wrong."""

    seen: str
    trouble: str
    count: int


class Show:
    """The preview with its trouble; whoever waits is told of every change.

    Attributes:
        base: the path of the site's own address, under which it can be looked at, too.
        version: counts the changes.
    """

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        self.base = "/"
        self.version = 0
        self.trouble = Trouble()
        self._reference: Reference | None = None
        self._laid = ""
        self._changed = threading.Condition()
        self._looks: dict[str, tuple[int, Look]] = {}
        self._count = 0
        self._begun = 0

    def begin(self) -> None:
        """Note that a whole build begins: it will know all that was looked at so far."""
        with self._changed:
            self._begun = self._count
            self.preview.begin()

    def look(self, look: Look) -> None:
        """Show what one record is like now."""
        with self._changed:
            self._count += 1
            self._looks[look.file] = self._count, look
            if look.page:
                self.preview.put(*look.page)
            self._tell(self.trouble.renewed(look.file, look.findings))

    def tell(self, trouble: Trouble, reference: Reference | None) -> None:
        """Show what came of the whole build that was begun, and of records saved since then."""
        with self._changed:
            self._reference = reference or self._reference
            self._looks = {file: look for file, look in self._looks.items() if look[0] > self._begun}
            for file, (_, look) in self._looks.items():
                trouble = trouble.renewed(file, look.findings)
            self._tell(trouble)

    def wait(self, version: int, seconds: float) -> bool:
        """Wait until there is another version; whether there is one."""
        with self._changed:
            return self._changed.wait_for(lambda: self.version != version, seconds)

    def state(self, path: str) -> State:
        """What a page that was opened under a path must know now."""
        answer = self.answer(path)
        answer.body.close()
        return State(answer.seen, self._laid, len(self.trouble.findings))

    def answer(self, path: str) -> Answer:
        """What is sent for a path of the server."""
        address = self._address(path)
        if address is None:
            return self._lost("")
        stream = self.preview.open(address)
        if stream is None:
            if self.preview.is_folder(address):
                return Answer(302, HTML, BytesIO(), location=f"{quote(unquote(path))}/")
            return self._lost(address)
        return self._page(address, stream) if media(address) == HTML else Answer(200, media(address), stream)

    def _tell(self, trouble: Trouble) -> None:
        self.trouble = trouble
        self._laid = overlay(trouble, self._reference)
        self.version += 1
        self._changed.notify_all()

    def _address(self, path: str) -> str | None:
        """A path's address in the site; None where it leads anywhere else."""
        whole = unquote(path)
        within = whole.removeprefix(self.base) if whole.startswith(self.base) else whole[1:]
        parts = within.split("/")
        if any(part in (".", "..") or set(part) & set("\\:\0") for part in parts) or "" in parts[:-1]:
            return None
        return within if parts[-1] else f"{within}index.html"

    def _page(self, address: str, stream: BinaryIO, status: int = 200) -> Answer:
        with stream:
            page = stream.read()
        seen = key((page, *self._loaded(address, page))).hex()
        return Answer(status, HTML, BytesIO(_watched(page, seen)), seen)

    def _loaded(self, address: str, page: bytes) -> list[str]:
        """The styles and scripts of a page, as the files that they are: a page changes with them."""
        found = []
        for name in _LOADED.findall(page):
            file = os.path.normpath(PurePosixPath(address).parent / unquote(name.decode("utf-8", "replace")))
            found.append(f"{file} {self.preview.stamp(file)}")
        return found

    def _lost(self, address: str) -> Answer:
        if not self.preview.stamp("index.html") and (not address or media(address) == HTML):
            page = instead(self.trouble, self._reference).encode()
            seen = key((page,)).hex()
            return Answer(503, HTML, BytesIO(_watched(page, seen, " data-plain")), seen)
        lost = self.preview.open("404.html") or BytesIO(_LOST.encode())
        return self._page("404.html", lost, 404)


def _watched(page: bytes, seen: str, more: str = "") -> bytes:
    """A page with the script that renews it, at its end."""
    script = f'<script src="{OWN}watch.js" data-seen="{seen}"{more}></script>\n'.encode()
    body, end, rest = page.rpartition(_END)
    return body + script + end + rest if end else page + script
