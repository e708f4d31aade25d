"""The preview's server: answers from what is shown, and tells open pages of changes."""

import errno
import json
import shutil
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

from generator.errors import ToldError
from generator.serve.media import media
from generator.serve.show import OWN, Answer, Show
from generator.serve.telling import BROWSER

_OWN_FILES = ("watch.js", "overlay.css")
_STILL_THERE = 10.0
"""Seconds between signs of life, without which nobody would notice that a browser is gone."""


class AddressError(ToldError):
    """The address cannot be served at (exit code 2)."""


class Server(ThreadingHTTPServer):
    """Serves one show."""

    daemon_threads = True
    # Elsewhere than on Windows this only says that an address just left may be taken again.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, place: tuple[str, int], show: Show) -> None:
        self.address_family = socket.AF_INET6 if ":" in place[0] else socket.AF_INET
        self.show = show
        self.closing = False
        super().__init__(place, _Handler)

    def server_bind(self) -> None:
        """Bind without asking who we are: the system may take seconds to find out, and nobody needs it."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where to look."""
        host = f"[{self.server_name}]" if ":" in self.server_name else self.server_name
        return f"http://{host}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that went away."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


@contextmanager
def serving(address: str, show: Show) -> Iterator[Server]:
    """Serve at an address, e.g. ``127.0.0.1:8000``, until the end of the block.

    Raises:
        AddressError: the address is wrong, or somebody else is there.
    """
    host, port = place(address)
    try:
        server = Server((host, port), show)
    except OSError as error:
        raise AddressError(_refused(host, port, error)) from error
    with server:
        threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
        try:
            yield server
        finally:
            server.closing = True
            server.shutdown()


def place(address: str) -> tuple[str, int]:
    """Host and port of an address.

    Raises:
        AddressError: it is none.
    """
    host, _, port = address.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        raise AddressError(f"--address 要写成“地址:端口”，例如 127.0.0.1:8000；现在是“{address}”。")
    return host.strip("[]"), int(port)


def _refused(host: str, port: int, error: OSError) -> str:
    other = f"--address {host}:{port + 1 if port < 65535 else 8000}"
    if error.errno == errno.EADDRINUSE:
        return f"{host}:{port} 已经有程序在用，多半是另一个预览。请关掉它，或者换一个端口：{other}。"
    if error.errno == errno.EACCES:
        return f"不允许用 {port} 这个端口。请换一个，例如 --address {host}:8000。"
    return f"在 {host}:{port} 上开不了预览：{error.strerror or error}。请检查 --address。"


class _Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "gongshi"
    sys_version = ""

    def do_GET(self) -> None:
        """Send what is shown at an address."""
        asked = urlsplit(self.path)
        if asked.path == f"{OWN}events":
            self._events(parse_qs(asked.query).get("page", ["/"])[0])
        else:
            self._send(self._answer(asked.path))

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal is for what is wrong."""

    def _answer(self, path: str) -> Answer:
        name = path.removeprefix(OWN)
        if path.startswith(OWN) and name in _OWN_FILES:
            return Answer(200, media(name), BytesIO((BROWSER / name).read_bytes()))
        return self.server.show.answer(path)

    def _send(self, answer: Answer) -> None:
        with answer.body as body:
            size = body.seek(0, 2)
            body.seek(0)
            self._head(answer.status, answer.media)
            if answer.location:
                self.send_header("Location", answer.location)
            self.send_header("Content-Length", str(size))
            self.end_headers()
            if self.command != "HEAD":
                shutil.copyfileobj(body, self.wfile)

    def _events(self, page: str) -> None:
        """Tell an open page of every change that it must know of."""
        self.close_connection = True
        self._head(200, "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        show, last = self.server.show, None
        with suppress(OSError):
            while not self.server.closing:
                version = show.version
                state = show.state(page)
                said = f"data: {json.dumps(asdict(state))}\n\n" if state != last else ":\n\n"
                self.wfile.write(said.encode())
                last = state
                show.wait(version, _STILL_THERE)

    def _head(self, status: int, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
