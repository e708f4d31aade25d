"""Where a new root's files come from: a checkout's root, or the package's own copy."""

from pathlib import Path

import pytest

from generator.demo import starter as module
from generator.demo.starter import starter


def test_in_a_checkout_it_is_the_root() -> None:
    assert starter() == Path(module.__file__).parents[2]


def _installed(folder: Path) -> Path:
    package = folder / "generator"
    (package / "starter" / "data" / "vocabularies").mkdir(parents=True)
    (package / "starter" / "mkdocs.yml").write_text("site_name: x\n")
    return package


def test_in_an_installation_it_is_the_package_s_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = _installed(tmp_path)
    monkeypatch.setattr(module, "_PACKAGE", package)
    assert starter() == package / "starter"


def test_a_broken_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "generator")
    with pytest.raises(FileNotFoundError, match="重新安装"):
        starter()
