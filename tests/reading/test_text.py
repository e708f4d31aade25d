"""Files as they come: kinds, sizes, encodings, characters."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from generator.reading import text as reading_text
from generator.reading.fault import Fault
from generator.reading.plain import quick, quick_of_clean
from generator.reading.problems import files
from generator.reading.record import Reading, read, read_file
from generator.records.reference import Reference


def only(reading: Reading, code: str) -> str:
    assert reading.project is None
    assert [each.code for each in reading.findings] == [code]
    return reading.findings[0].message.zh


def test_a_folder(tmp_path: Path, reference: Reference) -> None:
    assert "文件夹" in only(read_file(tmp_path, "data/projects/x.yaml", reference), "Y001")


def test_a_pipe_is_not_waited_for(tmp_path: Path, reference: Reference) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert "管道" in only(read_file(tmp_path / "x.yaml", "x.yaml", reference), "Y001")


def test_a_socket(tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("x.yaml")
        assert "套接字" in only(read_file(tmp_path / "x.yaml", "x.yaml", reference), "Y001")


def test_a_device(reference: Reference) -> None:
    assert "设备" in only(read_file(Path(os.devnull), "x.yaml", reference), "Y001")


def test_a_file_that_is_gone(tmp_path: Path, reference: Reference) -> None:
    assert "已经不在了" in only(read_file(tmp_path / "x.yaml", "x.yaml", reference), "Y002")


def test_a_link_to_nowhere(tmp_path: Path, reference: Reference) -> None:
    (tmp_path / "x.yaml").symlink_to(tmp_path / "gone.yaml")
    assert "快捷链接" in only(read_file(tmp_path / "x.yaml", "x.yaml", reference), "Y002")


def test_a_link_to_itself(tmp_path: Path, reference: Reference) -> None:
    (tmp_path / "x.yaml").symlink_to(tmp_path / "x.yaml")
    only(read_file(tmp_path / "x.yaml", "x.yaml", reference), "Y002")


def test_a_file_that_may_not_be_read(
    tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.yaml").write_text("id: x")

    def refuse(path: Path) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(reading_text, "_open", refuse)
    assert "没有读的权限" in only(read_file(tmp_path / "x.yaml", "x.yaml", reference), "Y002")


def test_a_name_that_no_file_can_have(reference: Reference) -> None:
    only(read_file(Path("a\0b.yaml"), "x.yaml", reference), "Y002")


def test_a_huge_file_is_not_taken_in(tmp_path: Path, reference: Reference) -> None:
    with (tmp_path / "x.yaml").open("wb") as stream:
        stream.truncate(50_000_000)
    reading = read_file(tmp_path / "x.yaml", "x.yaml", reference)
    assert "50000000 字节" in only(reading, "Y003")
    assert reading.text == ""


def test_too_many_bytes(reference: Reference) -> None:
    only(read(b"#" * (reading_text.SIZE_LIMIT + 1), "x.yaml", reference), "Y003")
    only(read(b"#" * reading_text.SIZE_LIMIT, "x.yaml", reference), "Y004")


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_the_encoding_of_old_editors(encoding: str, good: str, reference: Reference) -> None:
    reading = read(good.encode(encoding), "x.yaml", reference)
    assert "GBK" in only(reading, "Y005")
    assert "UTF-8" in reading.findings[0].remedy.zh
    assert reading.text == good, "the text is there to be searched and shown"


def test_utf_16(good: str, reference: Reference) -> None:
    assert "UTF-16" in only(read(good.encode("utf-16"), "x.yaml", reference), "Y005")


def test_utf_16_without_a_mark(reference: Reference) -> None:
    reading = read("id: SL-2023-0001\n".encode("utf-16-le"), "x.yaml", reference)
    assert {each.code for each in reading.findings} == {"Y006"}


def test_a_broken_byte_names_its_line(good: str, reference: Reference) -> None:
    data = bytearray(good.encode())
    at = data.index("南塘".encode())
    data[at] = 0xFF
    reading = read(bytes(data), "x.yaml", reference)
    assert "第 3 行" in only(reading, "Y005")
    assert reading.findings[0].spot.line == 3


def test_marks_and_line_ends_do_not_matter(good: str, reference: Reference) -> None:
    plain = read(good.encode(), "x.yaml", reference)
    assert plain.project
    for other in ("\ufeff" + good, good.replace("\n", "\r\n"), good.replace("\n", "\r"), good.rstrip("\n")):
        reading = read(other.encode(), "x.yaml", reference)
        assert reading.project == plain.project
        assert reading.locate(("scope",)) == plain.locate(("scope",))


def test_every_control_character_is_named(reference: Reference) -> None:
    reading = read(b"id: a\x00b\nname: \x1bc\x7f\n", "x.yaml", reference)
    spots = [(each.code, each.spot.line, each.spot.column) for each in reading.findings]
    assert spots == [("Y006", 1, 6), ("Y006", 2, 7), ("Y006", 2, 9)]
    assert reading.findings[0].problem is files.CONTROL_CHARACTER


def test_every_control_character_is_seen_and_no_other() -> None:
    for code in range(0x10000):
        if not 0xD800 <= code <= 0xDFFF:
            character = chr(code)
            _, faults = reading_text.decode(f"名: {character}\n".encode())
            control = unicodedata.category(character) == "Cc" and character not in "\t\n\r"
            assert bool(faults) == (control or character in "\u2028\u2029\ufeff\ufffe\uffff"), hex(code)


def test_a_text_that_was_decoded_needs_no_second_look() -> None:
    for code in range(0x10000):
        if not 0xD800 <= code <= 0xDFFF:
            text, faults = reading_text.decode(f"a: x{chr(code)}x\n".encode())
            if not faults:
                assert quick(text, frozenset()) == quick_of_clean(text, frozenset()), hex(code)


def test_files_of_every_length_come_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one go, or in pieces where the system hands out pieces or the file grew."""
    whole = os.read
    for size in (0, 1, 2, 1000, reading_text.SIZE_LIMIT - 1, reading_text.SIZE_LIMIT):
        content = b"x" * size
        (tmp_path / "a").write_bytes(content)
        assert reading_text.load(tmp_path / "a") == content
        with monkeypatch.context() as patched:
            patched.setattr(os, "read", lambda file, most, size=size: whole(file, min(most, 1 + size // 3)))
            assert reading_text.load(tmp_path / "a") == content
    (tmp_path / "a").write_bytes(b"x" * (reading_text.SIZE_LIMIT + 1))
    assert isinstance(reading_text.load(tmp_path / "a"), Fault)
