"""Units are taken over exactly when nothing that they depend on has changed and their files are there."""

import os
import pickle
from pathlib import Path

import pytest

from generator.outputs.key import key
from generator.outputs.manifest import Manifest, load, save
from generator.outputs.outputs import Outputs


def _made(folder: Path, **texts: str) -> Outputs:
    outputs = Outputs(folder)
    for unit, text in texts.items():
        assert outputs.take(unit, text) is None
        outputs.write(f"deep/{unit}.html", text.encode())
        outputs.made(unit, [f"deep/{unit}.html"], text[:1].encode())
    return outputs


@pytest.fixture
def site(tmp_path: Path) -> Outputs:
    """A site of two units."""
    return _made(tmp_path / "site", a="alpha", b="beta")


def _next(site: Outputs, tmp_path: Path) -> Outputs:
    return Outputs(tmp_path / "next", site.folder, site.units)


def test_takes_over_what_has_not_changed(site: Outputs, tmp_path: Path) -> None:
    after = _next(site, tmp_path)
    assert after.take("a", "alpha") == b"a"
    taken = after.folder / "deep/a.html"
    assert taken.read_bytes() == b"alpha"
    assert taken.stat().st_ino == (site.folder / "deep/a.html").stat().st_ino
    assert after.units == {"a": site.units["a"]}


@pytest.mark.parametrize("depends", [["other"], [b"alpha"], ["alpha", None], []])
def test_makes_what_depends_on_something_else(site: Outputs, tmp_path: Path, depends: list[str]) -> None:
    after = _next(site, tmp_path)
    assert after.take("a", *depends) is None
    assert not (after.folder / "deep/a.html").exists()


def test_what_another_process_took_over_is_told_by_name(site: Outputs, tmp_path: Path) -> None:
    after = _next(site, tmp_path)
    other = after.sibling()
    assert other.take("a", "alpha") == b"a"
    assert other.take("b", "changed") is None
    other.write("deep/b.html", b"changed")
    other.made("b", ["deep/b.html"])
    made, taken = other.news
    assert made.keys() == {"b"}
    assert taken == ["a"]
    after.absorb(pickle.loads(pickle.dumps(other.news)))
    assert after.units == other.units


@pytest.mark.parametrize("harm", ["gone", "other size", "other time", "a folder"])
def test_makes_what_is_no_longer_there(site: Outputs, tmp_path: Path, harm: str) -> None:
    path = site.folder / "deep/a.html"
    status = path.stat()
    path.unlink()
    if harm == "a folder":
        path.mkdir()
    elif harm != "gone":
        path.write_bytes(b"alphabet" if harm == "other size" else b"ALPHA")
        os.utime(path, ns=(0, status.st_mtime_ns + (harm == "other time")))
    assert _next(site, tmp_path).take("a", "alpha") is None


def test_half_a_unit_is_not_taken(tmp_path: Path) -> None:
    site = Outputs(tmp_path / "site")
    site.take("two", 1)
    for name in ("x", "y"):
        site.write(name, b"1")
    site.made("two", ["x", "y"])
    (site.folder / "y").unlink()
    after = _next(site, tmp_path)
    assert after.take("two", 1) is None
    assert not (after.folder / "x").exists()


def test_never_writes_into_the_last_site(site: Outputs, tmp_path: Path) -> None:
    after = _next(site, tmp_path)
    after.take("a", "alpha")
    after.write("deep/a.html", b"something else")
    assert (site.folder / "deep/a.html").read_bytes() == b"alpha"
    assert (after.folder / "deep/a.html").read_bytes() == b"something else"


def test_copies_where_links_are_not_to_be_had(
    site: Outputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: str, target: str) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    after = _next(site, tmp_path)
    assert after.take("a", "alpha") == b"a"
    assert (after.folder / "deep/a.html").read_bytes() == b"alpha"
    again = Outputs(tmp_path / "again", after.folder, after.units)
    assert again.take("a", "alpha") == b"a"


def test_what_lies_there_already_is_taken_as_it_is(site: Outputs, tmp_path: Path) -> None:
    other = tmp_path / "next"
    (other / "deep").mkdir(parents=True)
    for name in "ab":
        os.link(site.folder / f"deep/{name}.html", other / f"deep/{name}.html")
    (site.folder / "deep/a.html").unlink()
    after = Outputs(other, site.folder, site.units, {"deep/a.html", "deep/b.html"})
    assert after.take("a", "alpha") == b"a"
    assert (other / "deep/a.html").read_bytes() == b"alpha"
    after.end()
    assert sorted(path.name for path in (other / "deep").iterdir()) == ["a.html"]
    assert sorted(after.stale()) == []


def test_what_is_no_longer_as_it_was_is_stale(site: Outputs, tmp_path: Path) -> None:
    after = _next(site, tmp_path)
    after.take("a", "alpha")
    assert after.take("b", "other") is None
    after.write("deep/b.html", b"other")
    after.made("b", ["deep/b.html"])
    assert list(after.stale()) == ["deep/b.html"]


def test_takes_over_again_whatever_it_was_made_from(site: Outputs, tmp_path: Path) -> None:
    after = _next(site, tmp_path)
    assert after.retake("a")
    assert after.units == {"a": site.units["a"]}
    assert not after.retake("c")
    (site.folder / "deep/b.html").unlink()
    assert not after.retake("b")


def test_what_is_taken_over_keeps_its_name_as_one_text(tmp_path: Path) -> None:
    """A hundred thousand names would be there twice."""
    site = Outputs(tmp_path / "site")
    for name in ("x.html", "y.html"):
        site.expect(name)
        site.write(name, b"1")
        site.made(name, [name])
    after = _next(site, tmp_path)
    assert after.take("".join(["x", ".html"])) == b""
    assert after.retake("".join(["y", ".html"]))
    assert all(name is files[0][0] for name, (_, files, _) in after.units.items())


def test_keeps_single_files_of_what_is_made_anew(site: Outputs, tmp_path: Path) -> None:
    after = _next(site, tmp_path)
    assert after.keep("a", "deep/a.html")
    assert (after.folder / "deep/a.html").samefile(site.folder / "deep/a.html")
    assert not after.keep("a", "deep/other.html")


def test_remembers_what_was_told_for_some_builds(site: Outputs, tmp_path: Path) -> None:
    asked: list[bytes] = []

    def tell() -> bytes:
        asked.append(b"told")
        return b"told"

    outputs = site
    assert [outputs.remember("kind", b"content", tell) for _ in range(2)] == [b"told"] * 2
    for build in range(60):
        outputs = Outputs(tmp_path / str(build), site.folder, outputs.units)
        if build == 40:
            assert outputs.remember("kind", b"content", tell) == b"told"
        outputs.end()
    assert len(asked) == 1
    for build in range(60, 100):
        outputs = Outputs(tmp_path / str(build), site.folder, outputs.units)
        outputs.end()
    assert not outputs.units
    outputs.remember("kind", b"content", tell)
    outputs.remember("other", b"content", tell)
    outputs.remember("kind", b"other", tell)
    assert len(asked) == 4


def test_keys_tell_values_apart() -> None:
    lists: list[list[bytes | str | int | None]] = [
        [],
        [""],
        [b""],
        [None],
        ["", ""],
        ["ab"],
        ["a", "b"],
        ["b", "a"],
        [1],
        ["1"],
        [b"1"],
        [11],
        [1, 1],
    ]
    assert len({key(each) for each in lists}) == len(lists)


def test_a_manifest_survives(tmp_path: Path, site: Outputs) -> None:
    path = tmp_path / "deep" / "manifest"
    save(Manifest(b"base", site.units), path)
    assert load(path) == Manifest(b"base", site.units)
    assert [each.name for each in path.parent.iterdir()] == ["manifest"]


@pytest.mark.parametrize("cut", [0, 8, 16, 40, -1])
def test_half_a_manifest_is_none(tmp_path: Path, site: Outputs, cut: int) -> None:
    path = tmp_path / "manifest"
    assert load(path) is None
    save(Manifest(b"base", site.units), path)
    path.write_bytes(path.read_bytes()[:cut])
    assert load(path) is None
