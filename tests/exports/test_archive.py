import io
import shutil
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports import archive
from generator.exports.archive import NOTHING, Entry, Piece, deflated, joined, piece


def _entry(name: str, texts: list[bytes]) -> Entry:
    packed = [deflated(text) for text in texts]
    about = NOTHING
    for text, data in zip(texts, packed, strict=True):
        about = joined(about, piece(text, data))
    return Entry(name, about, packed)


@given(st.binary(max_size=3000), st.binary(max_size=3000))
def test_checksums_join(one: bytes, other: bytes) -> None:
    first = piece(one, b"")
    assert joined(first, piece(other, b"")) == piece(other, b"", first)
    assert piece(other, b"", first).crc == zlib.crc32(one + other)


@given(st.lists(st.lists(st.binary(max_size=400), max_size=4), max_size=4))
def test_an_independent_reader_gets_everything_back(files: list[list[bytes]]) -> None:
    entries = [_entry(f"folder/{number}.xml", texts) for number, texts in enumerate(files)]
    data = b"".join(archive.archive(entries))
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        assert read.testzip() is None
        assert [read.read(name) for name in read.namelist()] == [b"".join(texts) for texts in files]
        assert all(each.date_time == (1980, 1, 1, 0, 0, 0) for each in read.infolist())


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(OverflowError):
        list(archive.archive([Entry("a", Piece(1 << 32, 0, 10), [])]))


def test_unpacked_by_another_program(tmp_path: Path) -> None:
    program = shutil.which("bsdtar") or shutil.which("unzip") or shutil.which("python3")
    assert program
    path = tmp_path / "a.zip"
    path.write_bytes(b"".join(archive.archive([_entry("a.txt", [b"one ", b"", b"two"])])))
    how = {"bsdtar": ["-xf"], "unzip": ["-q"]}.get(Path(program).name, ["-m", "zipfile", "-e"])
    into = ["."] if how[0] == "-m" else []
    subprocess.run([program, *how, str(path), *into], cwd=tmp_path, check=True)
    assert (tmp_path / "a.txt").read_bytes() == b"one two"
