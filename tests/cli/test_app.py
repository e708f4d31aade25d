"""The command as a clerk meets it: messages, exit codes, and never a traceback."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import pipeline
from generator.checks.catalogue import problems
from generator.cli.app import main
from generator.cli.chinese import VERBS
from tests.county import copy_county, records, without


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_county(tmp_path_factory.mktemp("cli"))


@pytest.fixture
def county(whole: Path, tmp_path: Path) -> Path:
    """A county of three records and no model case: enough for the command, and quick."""
    root = Path(shutil.copytree(whole, tmp_path / "county"))
    for case in (root / "site_src" / "cases").glob("*.md"):
        if case.stem != "index":
            case.unlink()
    for each in records(root)[3:]:
        each.unlink()
    return root


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(each) for each in arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_one_process_means_one(
    capsys: pytest.CaptureFixture[str], county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never() -> int:
        raise AssertionError

    monkeypatch.setattr(os, "fork", never)
    for changed in (False, True, False):
        if changed:
            record = records(county)[0]
            record.write_text(record.read_text("utf-8") + "# 核对过\n", "utf-8")
        assert _run(capsys, "build", "--root", county, "--jobs", "1")[0] == 0


def test_clean_is_said(capsys: pytest.CaptureFixture[str], county: Path) -> None:
    code, out, _ = _run(capsys, "check", "--root", county)
    assert code == 0
    assert "检查了 3 个文件，没有发现问题。" in out


def test_the_folder_may_be_named_before_the_command(capsys: pytest.CaptureFixture[str], county: Path) -> None:
    assert _run(capsys, "--root", county, "build")[0] == 0
    assert (county / "site" / "index.html").is_file()
    assert _run(capsys, "--root", county, "check", "--root", "/nowhere/at/all")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "gongshi"),
        (("nonsense",), "没有 nonsense 这个命令"),
        (("check", "--colour"), "没有 --colour 这个选项"),
        (("check", "--as-of", "soon"), "日期"),
        *[
            ((verb, "--as-of", day), f"“{day}”太早或者太晚，只能写 2000-01-01 到 2099-12-31 之间的日期")
            for verb in ("build", "check", "serve", "print")
            for day in ("0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31")
        ],
        (("check", "--jobs", "0"), "--jobs 最少写 1，现在是 0。"),
        (("print", "--out", "x", "--year", "去年"), "--year 要写整数，现在是“去年”。"),
        (("print", "--out", "x", "--year", "24"), "--year 要写 2000 到 2099 之间的数，现在是 24。"),
        (("ledger", "import", "没有.xlsx"), "没有“没有.xlsx”这个文件"),
        (("ledger", "import"), "还缺一个参数"),
        (("explain", "X999"), "没有 X999 这条规则"),
        (("check", "--root", "/nowhere/at/all"), "mkdocs.yml"),
    ],
)
def test_wrong_usage_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    code, out, err = _run(capsys, *arguments)
    assert code == 2
    assert told in out + err
    assert "Traceback" not in out + err


@pytest.mark.parametrize("verb", [*VERBS, "ledger import", "ledger export", "policy import"])
def test_help_has_no_words_of_clicks_own(capsys: pytest.CaptureFixture[str], verb: str) -> None:
    code, out, _ = _run(capsys, *verb.split(), "--help")
    assert code == 0
    assert not re.search(r"INTEGER|RANGE|TEXT|PATH|required|default|<=|>=", out)


def test_a_folder_without_register_ends_with_2(capsys: pytest.CaptureFixture[str], county: Path) -> None:
    shutil.rmtree(county / "data" / "projects")
    code, _, err = _run(capsys, "check", "--root", county)
    assert code == 2
    assert "data/projects" in err


def test_no_record_at_all_is_a_clean_register(capsys: pytest.CaptureFixture[str], county: Path) -> None:
    for each in records(county):
        each.unlink()
    assert _run(capsys, "check", "--root", county)[0] == 0
    assert _run(capsys, "build", "--root", county)[0] == 0
    assert (county / "site" / "index.html").exists()


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_findings_in_every_form(capsys: pytest.CaptureFixture[str], county: Path, form: str) -> None:
    record = records(county)[0]
    without(record, "linkages")
    code, out, _ = _run(capsys, "check", "--root", county, "--format", form)
    assert code == 1
    assert "M001" in out
    assert f"data/projects/{record.name}" in out
    if form in ("json", "sarif"):
        assert json.loads(out)


def test_only_the_files_that_are_named(
    capsys: pytest.CaptureFixture[str], county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good, other = records(county)[:3]
    without(bad, "linkages")
    code, out, err = _run(capsys, "check", "--root", county, f"data/projects/{good.name}")
    assert code == 0
    assert "检查了 1 个文件，没有发现问题。" in out
    assert "只说了点名的 1 个文件" in err
    assert "那里有 1 处错误" in err
    assert _run(capsys, "check", "--root", county, bad)[0] == 1
    monkeypatch.chdir(bad.parent)
    code, out, err = _run(capsys, "check", "--root", "../..", bad.name, other.name)
    assert (code, "M001" in out, "没有错误" in err) == (1, True, True)
    assert _run(capsys, "check", "--root", county, "data/projects")[0] == 1
    code, _, err = _run(capsys, "check", "--root", county, "data/projects/SL-1999-0001.yaml")
    assert code == 2
    assert "不是登记册里的文件" in err


def test_numbers_that_stand_twice_are_seen_where_one_file_is_named(
    capsys: pytest.CaptureFixture[str], county: Path
) -> None:
    one = records(county)[0]
    copy = one.with_name(f"{one.stem} - 副本.yaml")
    shutil.copy(one, copy)
    code, out, _ = _run(capsys, "check", "--root", county, "--format", "json", copy)
    found = json.loads(out)
    assert code == 1
    assert {"R001", "R002"} <= {each["code"] for each in found["findings"]}
    assert {Path(each["file"]).name for each in found["findings"]} == {copy.name}
    assert found["files"] == 1


def test_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "explain")
    assert code == 0
    assert "M001  错误  没有联农带农机制" in out.splitlines()
    assert {line.split()[0] for line in out.splitlines()} >= {*problems()}
    listed = json.loads(_run(capsys, "explain", "--format", "json")[1])["problems"]
    assert [each["code"] for each in listed] == [line.split()[0] for line in out.splitlines()]
    assert "M001  error  No linkage mechanism" in _run(capsys, "explain", "--lang", "en")[1]


def test_english_where_asked(capsys: pytest.CaptureFixture[str], county: Path) -> None:
    without(records(county)[0], "linkages")
    _, out, _ = _run(capsys, "check", "--root", county, "--lang", "en")
    assert "names no linkage mechanism" in out
    assert "Mend:" in out


def test_a_bug_of_ours_ends_with_3(
    capsys: pytest.CaptureFixture[str], county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("deliberate")

    monkeypatch.setattr(pipeline, "examine", fail)
    code, out, err = _run(capsys, "check", "--root", county)
    assert code == 3
    assert "Traceback" not in out + err
    log = Path(next(word for word in err.replace("把 ", "\n").split() if word.endswith(".log")))
    assert "deliberate" in log.read_text("utf-8")
    log.unlink()


def test_a_broken_page_ends_with_1_and_leaves_the_site(
    capsys: pytest.CaptureFixture[str], county: Path
) -> None:
    (county / "site").mkdir()
    (county / "site" / "old.html").write_text("old")
    about = county / "site_src" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n[断了](nowhere.md)\n", "utf-8")
    code, _, err = _run(capsys, "build", "--root", county)
    assert code == 1
    assert "nowhere.md" in err
    assert [each.name for each in (county / "site").iterdir()] == ["old.html"]


@pytest.mark.parametrize("where", ["site_src/about.md", "data/places.csv", "mkdocs.yml"])
def test_private_numbers_in_any_input_stop_the_build(
    capsys: pytest.CaptureFixture[str], county: Path, where: str
) -> None:
    file = county / where
    comment = "\n# 联系 138 0013 8000\n" if file.suffix == ".yml" else "\n138-0013-8000\n"
    file.write_text(file.read_text("utf-8") + comment, "utf-8")
    code, out, _ = _run(capsys, "build", "--root", county, "--on-reject", "exclude")
    assert code == 1
    assert "P002" in out
    assert "8000" not in out
    assert not (county / "site").exists()


def test_new_writes_a_record_that_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], county: Path
) -> None:
    code, out, _ = _run(capsys, "new", "SL-2025-0999", "--root", county, "--mechanism", "employment")
    assert code == 0
    assert "SL-2025-0999.yaml" in out
    code, out, _ = _run(capsys, "check", "--root", county)
    assert code == 1
    assert "项目名称" in out
    assert _run(capsys, "new", "SL-2025-0999", "--root", county)[0] == 2
    assert _run(capsys, "new", "lower-1", "--root", county)[0] == 2


def test_schema_is_json(capsys: pytest.CaptureFixture[str], county: Path, tmp_path: Path) -> None:
    code, out, _ = _run(capsys, "schema", "--root", county)
    assert code == 0
    assert json.loads(out)["$schema"].endswith("2020-12/schema")
    assert _run(capsys, "schema", "--root", county, "--out", tmp_path / "a" / "s.json")[0] == 0
    assert json.loads((tmp_path / "a" / "s.json").read_text("utf-8")) == json.loads(out)


def test_demo_builds(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert _run(capsys, "demo", tmp_path / "d", "--records", "7", "--seed", "3")[0] == 0
    assert _run(capsys, "build", "--root", tmp_path / "d")[0] == 0
    assert len(list((tmp_path / "d" / "site" / "projects").glob("SL-*/SL-*.html"))) == 7
    assert _run(capsys, "demo", tmp_path / "d")[0] == 2


def test_unwritable_output_is_told(capsys: pytest.CaptureFixture[str], county: Path) -> None:
    (county / "mkdocs.yml").write_text(
        (county / "mkdocs.yml").read_text("utf-8").replace("site_dir: site\n", "site_dir: mkdocs.yml/site\n"),
        "utf-8",
    )
    code, out, err = _run(capsys, "build", "--root", county)
    assert code == 2
    assert "Traceback" not in out + err
    assert "网站没有更新" in err


def test_runs_as_a_module_and_in_a_pipe(county: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--root", str(county)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0
    assert "\033" not in done.stdout
    assert done.stderr == ""
