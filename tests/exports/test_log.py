"""The store survives what kills a build, and does not grow without bound."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports.log import Appender, Log, SpoiltError, key_of


def _add(folder: Path, entries: Iterable[tuple[int, bytes]], each_alone: bool = False) -> None:
    appender = Appender(folder, 2)
    for number, text in entries:
        appender.add(key_of(b"%d" % number), [text, text[::-1]])
        if each_alone:
            appender.flush()
    appender.flush()


def _read(folder: Path, numbers: Iterable[int]) -> list[list[bytes]]:
    log = Log(folder, 2)
    try:
        return list(log.entries([log[key_of(b"%d" % number)] for number in numbers]))
    finally:
        log.close()


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.binary(max_size=40), min_size=1, max_size=12),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_there_and_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[bytes], alone: bool, chance: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("log")
    _add(folder, enumerate(texts), alone)
    order = chance.choices(range(len(texts)), k=20)
    assert _read(folder, order) == [[texts[at], texts[at][::-1]] for at in order]
    log = Log(folder, 2)
    assert log.piece(log[key_of(b"0")], 1) == texts[0][::-1]
    log.close()


def test_a_torn_run_is_as_if_it_had_never_been(tmp_path: Path) -> None:
    """Cut at every byte: the whole run before it is there, the torn one is not, and nothing is misread."""
    _add(tmp_path, [(1, b"one")])
    (file,) = _files(tmp_path)
    before = file.stat().st_size
    file.unlink()
    _add(tmp_path, [(1, b"one"), (2, b"two, and more")], each_alone=True)
    (file,) = _files(tmp_path)
    data = file.read_bytes()
    for size in range(before, len(data)):
        file.write_bytes(data[:size])
        log = Log(tmp_path, 2)
        assert key_of(b"1") in log
        assert key_of(b"2") not in log
        log.close()
        assert _read(tmp_path, [1]) == [[b"one", b"eno"]]
    file.write_bytes(data)
    assert _read(tmp_path, [2]) == [[b"two, and more", b"erom dna ,owt"]]


def test_a_spoilt_index_is_not_believed(tmp_path: Path) -> None:
    _add(tmp_path, [(1, b"one")])
    (file,) = _files(tmp_path)
    data = bytearray(file.read_bytes())
    data[60] ^= 1
    file.write_bytes(data)
    log = Log(tmp_path, 2)
    assert key_of(b"1") not in log
    log.close()


def test_killed_while_it_writes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from generator.exports.log import Appender, key_of\n"
        "appender = Appender(Path(sys.argv[1]), 2)\n"
        "for number in range(10**9):\n"
        "    appender.add(key_of(b'%d' % number), [b'%d' % number] * 2); appender.flush()\n"
        "    print(number, flush=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout
    last = 0
    while last < 200:
        last = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert _read(tmp_path, range(last)) == [[b"%d" % number] * 2 for number in range(last)]


def test_garbage_goes(tmp_path: Path) -> None:
    """A record edited again and again does not make the store larger than twice what is of use, and a bit."""
    large = os.urandom(400_000)
    most = 0
    for number in range(40):
        _add(tmp_path, [(number, large)])
        log = Log(tmp_path, 2)
        log.tidy([key_of(b"%d" % number)])
        log.close()
        most = max(most, sum(file.stat().st_size for file in _files(tmp_path)))
    assert most < 3.5 * len(large) * 2
    assert _read(tmp_path, [39]) == [[large, large[::-1]]]


def test_many_small_files_become_one(tmp_path: Path) -> None:
    _add(tmp_path, [(0, b"x" * 100_000)])
    for number in range(1, 41):
        _add(tmp_path, [(number, b"small")])
    keys = [key_of(b"%d" % number) for number in range(41)]
    log = Log(tmp_path, 2)
    log.tidy(keys)
    log.close()
    assert len(_files(tmp_path)) == 2
    assert _read(tmp_path, range(41)) == [[b"x" * 100_000] * 2, *[[b"small", b"llams"]] * 40]


def test_a_full_disk_while_tidying_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(41):
        _add(tmp_path, [(number, b"small")])

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    log = Log(tmp_path, 2)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        log.tidy([key_of(b"%d" % number) for number in range(41)])
    log.close()
    assert _read(tmp_path, range(41)) == [[b"small", b"llams"]] * 41


def test_after_a_full_disk_there_is_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    appender = Appender(tmp_path, 2)
    appender.add(key_of(b"0"), [b"before", b"erofeb"])
    appender.flush()
    write = os.write

    def nearly_full(file: int, data: bytes) -> int:
        if len(data) < 60:
            raise OSError(28, "No space left on device")
        return write(file, data[:50])

    appender.add(key_of(b"1"), [b"torn" * 20, b"nrot" * 20])
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", nearly_full)
        with pytest.raises(OSError, match="No space"):
            appender.flush()
    appender.add(key_of(b"2"), [b"after", b"retfa"])
    appender.flush()
    assert _read(tmp_path, [0, 2]) == [[b"before", b"erofeb"], [b"after", b"retfa"]]


@pytest.mark.parametrize("whole_entry", [True, False])
def test_every_flipped_bit_is_seen(tmp_path: Path, whole_entry: bool) -> None:
    """A damaged entry is either as if it had never been, or told; it is never taken for what it was."""
    _add(tmp_path, [(1, b"one"), (2, b"two")])
    (file,) = _files(tmp_path)
    sound = file.read_bytes()
    lost = 0
    for at in range(len(sound)):
        file.write_bytes(sound[:at] + bytes([sound[at] ^ 4]) + sound[at + 1 :])
        log = Log(tmp_path, 2)
        for number, text in ((1, b"one"), (2, b"two")):
            try:
                place = log[key_of(b"%d" % number)]
                found = next(log.entries([place]))[0] if whole_entry else log.piece(place, 0)
            except SpoiltError:
                lost += 1
            else:
                assert found == text, at
        log.close()
    assert lost >= len(sound) // 2


def test_what_was_deleted_meanwhile_is_told(tmp_path: Path) -> None:
    _add(tmp_path, [(1, b"one")])
    log = Log(tmp_path, 2)
    with pytest.raises(SpoiltError):
        log[key_of(b"2")]
    os.truncate(_files(tmp_path)[0], 60)
    with pytest.raises(SpoiltError):
        log.piece(log[key_of(b"1")], 0)
    log.close()
