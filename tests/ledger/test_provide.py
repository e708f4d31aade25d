"""LibreOffice on a machine that has none: found, installed, or asked for."""

import os
import stat
from pathlib import Path

import pytest

from tests.ledger import provide


def _command(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on the path: it has a shell's basic commands and no LibreOffice."""
    monkeypatch.delenv("GONGSHI_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("env", "sh", "chmod", "touch"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    return tmp_path


def test_nothing_there_and_nothing_to_install_with(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert provide.office() is None
    assert provide.main() == 1
    assert "apt-get install libreoffice-calc" in capsys.readouterr().err


def test_it_is_installed(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    log, office = bare / "log", bare / "soffice"
    noted = f'echo "$DEBIAN_FRONTEND $*" >> {log}'
    made = f'[ "$1" = install ] && touch {office} && chmod +x {office}'
    _command(bare, "apt-get", f"{noted}\n{made}\nexit 0")
    assert provide.main() == 0
    assert provide.office() == str(office)
    update, install = log.read_text().splitlines()
    assert update == "noninteractive update -qq"
    assert install.startswith("noninteractive install -y")
    assert "libreoffice-calc" in install


def test_others_than_root_ask_sudo_which_must_not_ask_back(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    _command(bare, "apt-get", "exit 0")
    assert provide.main() == 1
    log = bare / "log"
    _command(bare, "sudo", f'echo "first: $1" >> {log}\nexit 1')
    assert provide.main() == 1
    assert log.read_text() == "first: -n\n"


def test_an_install_that_fails(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    _command(bare, "apt-get", "exit 100")
    assert provide.main() == 1


def test_a_command_that_is_named(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = _command(bare, "calc", "exit 0")
    monkeypatch.setenv("GONGSHI_SOFFICE", str(own))
    assert provide.main() == 0
    monkeypatch.setenv("GONGSHI_SOFFICE", str(bare / "none"))
    assert provide.main() == 1
    assert "GONGSHI_SOFFICE names no command" in capsys.readouterr().err
