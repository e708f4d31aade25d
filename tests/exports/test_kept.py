"""Tables that come from all records together are kept under what they come from, and nothing else is kept."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator.exports.cells import octets
from generator.exports.kept import Kept, Lines
from generator.exports.log import SpoiltError, key_of
from generator.exports.member import members_of
from generator.exports.organisations import COLUMNS, Organisations
from generator.records.reference import Reference

_ONE: Lines = (2, b"a,b\r\nc,d\r\n", b"{}\n{}\n", b"<row/><row/>")
_OTHER: Lines = (0, b"", b"", b"")
_KEY, _LATER = key_of(b"one"), key_of(b"later")


def _never() -> Lines:
    raise AssertionError


def _lines(store: Path, key: bytes, make: Callable[[], Lines] = _never) -> Lines:
    """What one build gets under a key, and leaves for the next."""
    with closing(Kept(store)) as kept:
        return kept.lines(key, make)


def _empty(store: Path) -> bool:
    with closing(Kept(store)) as kept:
        return kept.empty


@pytest.mark.parametrize("lines", [_ONE, _OTHER])
def test_what_is_kept_is_not_made_again(tmp_path: Path, lines: Lines) -> None:
    assert _empty(tmp_path)
    assert _lines(tmp_path, _KEY, lambda: lines) == lines
    for _ in range(2):
        assert _lines(tmp_path, _KEY) == lines
    assert not _empty(tmp_path)


def test_under_another_key_it_is_made_anew(tmp_path: Path) -> None:
    _lines(tmp_path, _KEY, lambda: _ONE)
    assert _lines(tmp_path, _LATER, lambda: _OTHER) == _OTHER
    assert _lines(tmp_path, _LATER) == _OTHER


def test_what_nobody_needs_goes_when_it_is_much(tmp_path: Path) -> None:
    _lines(tmp_path, _KEY, lambda: (1, b"x" * (2 << 20), b"", b""))
    _lines(tmp_path, _LATER, lambda: _ONE)
    assert sum(file.stat().st_size for file in tmp_path.rglob("*.run")) < 1 << 20
    assert _lines(tmp_path, _LATER) == _ONE


def test_what_is_spoilt_is_not_believed(tmp_path: Path) -> None:
    _lines(tmp_path, _KEY, lambda: _ONE)
    (file,) = tmp_path.rglob("*.run")
    data = bytearray(file.read_bytes())
    data[-8] ^= 1
    file.write_bytes(data)
    with pytest.raises(SpoiltError):
        _lines(tmp_path, _KEY)


def test_names_looked_at_later_give_the_same_rows(reference: Reference) -> None:
    told = (
        '["甲公司","operator","","X1",1]\n["甲公司","owner","village_collective","",0]\n'.encode(),
        '["乙镇","implementer","","",1]\n["甲公司","operator","","X1",1]\n'.encode(),
    )
    now, later = (Organisations(reference.vocabularies, later=each) for each in (False, True))
    for each in told:
        now.take(each)
        later.take(each)
    assert later.content == now.content != Organisations(reference.vocabularies).content
    forms = members_of(reference.vocabularies, COLUMNS)
    assert [row[0][0] for row in now.rows(forms)] == [octets("乙镇"), octets("甲公司")]
    assert [row[4][0] for row in now.rows(forms)] == ["1", "2"]
    assert later.rows(forms) == now.rows(forms)
