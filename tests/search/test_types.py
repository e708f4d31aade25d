"""The scripts of the search mean what their types say, as far as a compiler can tell."""

import subprocess
from pathlib import Path

from tests.search import provide


def _checked(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*provide.compiler(), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=provide.HERE)


def test_no_error_of_types_and_one_would_be_found(tmp_path: Path) -> None:
    done = _checked("--project", str(provide.HERE), "--listFiles")
    assert done.returncode == 0, done.stdout
    assert "generator/search/assets/query.js" in done.stdout
    wrong = tmp_path / "wrong.js"
    wrong.write_text("window.gongshi.norm(1);\n", "utf-8")
    shared = str(provide.HERE / "gongshi.d.ts")
    done = _checked("--allowJs", "--checkJs", "--strict", "--noEmit", str(wrong), shared)
    assert done.returncode
    assert "TS2345" in done.stdout
