"""The server: headers, events, and addresses at which it cannot serve."""

import http.client
import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.serve.preview import Preview
from generator.serve.server import AddressError, Server, place, serving
from generator.serve.show import Show
from generator.serve.trouble import Trouble


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    show = Show(Preview(tmp_path, tmp_path / "site"))
    show.preview.site.mkdir(parents=True)
    (show.preview.site / "index.html").write_text("<body>eins</body>", "utf-8")
    with serving("127.0.0.1:0", show) as found:
        yield found


def _asked(server: Server, method: str, path: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize("path", ["/", "/-gongshi/watch.js", "/-gongshi/overlay.css", "/nowhere", "/?a=1"])
def test_nothing_is_kept_by_browsers_and_types_are_told(server: Server, path: str) -> None:
    answer, body = _asked(server, "GET", path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert int(answer.headers["Content-Length"]) == len(body)
    kind = {"/-gongshi/watch.js": "text/javascript", "/-gongshi/overlay.css": "text/css"}
    assert answer.headers["Content-Type"] == f"{kind.get(path, 'text/html')}; charset=utf-8"
    assert answer.status == (404 if path == "/nowhere" else 200)
    head, nothing = _asked(server, "HEAD", path)
    assert (head.status, head.headers["Content-Length"], nothing) == (answer.status, str(len(body)), b"")


def test_of_our_own_files_only_two_are_sent(server: Server) -> None:
    for path in ("/-gongshi/trouble.html", "/-gongshi/../telling.py", "/-gongshi/"):
        assert _asked(server, "GET", path)[0].status == 404


def test_an_open_page_is_told_at_once_of_what_is_wrong(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as line:
        line.sendall(b"GET /-gongshi/events?page=%2F HTTP/1.1\r\nHost: x\r\n\r\n")
        stream = line.makefile("rb")
        first = _event(stream.readline)
        assert first["trouble"] == ""
        server.show.begin()
        server.show.tell(Trouble(message="写错了"), None)
        second = _event(stream.readline)
        assert "写错了" in second["trouble"]
        assert second["seen"] == first["seen"]
        (server.show.preview.site / "index.html").write_text("<body>zwei</body>", "utf-8")
        server.show.tell(Trouble(), None)
        assert _event(stream.readline)["seen"] != first["seen"]


def _event(read: Callable[[], bytes]) -> dict[str, str]:
    while True:
        line = read()
        assert line, "the stream has ended"
        if line.startswith(b"data: "):
            found: dict[str, str] = json.loads(line[6:])
            return found


def test_an_address_that_is_taken_or_none_is_told_in_chinese(server: Server) -> None:
    with pytest.raises(AddressError, match="已经有程序在用"), serving(_place(server), server.show):
        pass
    for wrong in ("8000", "127.0.0.1:", "127.0.0.1:x", ":8000", "127.0.0.1:70000"):
        with pytest.raises(AddressError, match="要写成“地址:端口”"):
            place(wrong)
    assert place("[::1]:8000") == ("::1", 8000)


def _place(server: Server) -> str:
    return f"127.0.0.1:{server.server_port}"
