"""What is sent for an address, what it is called, and what never is."""

from pathlib import Path

import pytest

from generator.build.staging import staging
from generator.serve.media import media
from generator.serve.preview import Preview
from generator.serve.quick import Look
from generator.serve.show import Show
from generator.serve.trouble import Trouble

_PAGE = b'<html><head><link rel="stylesheet" href="assets/a.css"></head><body>%s</body></html>'


@pytest.fixture
def show(tmp_path: Path) -> Show:
    found = Show(Preview(tmp_path, tmp_path / "site"))
    _publish(found, b"one")
    return found


def _publish(show: Show, text: bytes) -> None:
    with staging(show.preview.site) as folder:
        (folder / "assets").mkdir()
        (folder / "assets" / "a.css").write_text("p {}", "utf-8")
        (folder / "projects").mkdir()
        for name in ("index.html", "projects/index.html", "404.html"):
            (folder / name).write_bytes(_PAGE % text)
        show.preview.publish(folder, {})


def _body(show: Show, path: str) -> bytes:
    with show.answer(path).body as body:
        return body.read()


def test_pages_carry_the_script_and_nothing_is_written_into_them(show: Show) -> None:
    body = _body(show, "/")
    assert body.count(b'<script src="/-gongshi/watch.js"') == 1
    assert body.endswith(b"</script>\n</body></html>")
    assert (show.preview.site / "index.html").read_bytes() == _PAGE % b"one"
    assert _body(show, "/assets/a.css") == b"p {}"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret",
        "/%2e%2e/secret",
        "/projects/../../secret",
        "/..%2fsecret",
        "/..%5csecret",
        "/C:/secret",
        "//etc/passwd",
        "/a%00b",
        "/./index.html",
    ],
)
def test_nothing_outside_the_site_is_sent(show: Show, path: str) -> None:
    (show.preview.site.parent / "secret").write_text("geheim", "utf-8")
    answer = show.answer(path)
    assert answer.status == 404
    with answer.body as body:
        assert b"geheim" not in body.read()


def test_folders_have_an_index_and_lost_readers_the_sites_own_page(show: Show) -> None:
    assert show.answer("/projects/").status == 200
    moved = show.answer("/projects")
    assert (moved.status, moved.location) == (302, "/projects/")
    lost = show.answer("/nowhere.html")
    assert lost.status == 404
    assert b"one" in lost.body.read()


def test_the_path_of_the_sites_own_address_leads_to_it_too(show: Show) -> None:
    show.base = "/a/b/"
    assert show.answer("/a/b/index.html").status == 200
    assert show.answer("/index.html").status == 200
    assert show.answer("/a/index.html").status == 404


def test_before_there_is_a_site_a_page_says_so_or_what_is_wrong(tmp_path: Path) -> None:
    show = Show(Preview(tmp_path, tmp_path / "site"))
    assert "正在生成预览".encode() in _body(show, "/")
    before = show.state("/").seen
    show.begin()
    show.tell(Trouble(message="mkdocs.yml <b>写错了"), None)
    assert "mkdocs.yml &lt;b&gt;写错了".encode() in _body(show, "/")
    assert show.answer("/projects/x.html").status == 503
    assert show.answer("/a.css").status == 404
    assert show.state("/").seen != before


def test_a_page_is_told_from_others_by_its_content_and_its_styles(show: Show) -> None:
    first = show.state("/").seen
    _publish(show, b"two")
    second = show.state("/").seen
    (show.preview.site / "assets" / "a.css").write_text("p { color: red }", "utf-8")
    assert len({first, second, show.state("/").seen}) == 3


def test_a_newer_page_stays_until_a_build_that_began_later(show: Show) -> None:
    show.begin()
    show.look(Look("data/projects/x.yaml", (), ("projects/x.html", _PAGE % b"newer")))
    assert b"newer" in _body(show, "/projects/x.html")
    _publish(show, b"of before")
    assert b"newer" in _body(show, "/projects/x.html")
    show.begin()
    _publish(show, b"of after")
    assert show.answer("/projects/x.html").status == 404


def test_who_waits_is_told(show: Show) -> None:
    version = show.version
    assert not show.wait(version, 0.01)
    show.begin()
    show.tell(Trouble(message="错了"), None)
    assert show.wait(version, 0.01)
    assert "错了" in show.state("/").trouble
    show.tell(Trouble(), None)
    assert show.state("/").trouble == ""


def test_every_kind_of_file_on_the_site_has_its_media_type() -> None:
    assert media("a/b.html") == "text/html; charset=utf-8"
    assert media("a.JS") == "text/javascript; charset=utf-8"
    assert media("data/SHA256SUMS") == "text/plain; charset=utf-8"
    assert media("data/register.xlsx").endswith("spreadsheetml.sheet")
    assert media("x.unknown") == media("nothing") == "application/octet-stream"
