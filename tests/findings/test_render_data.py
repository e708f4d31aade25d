"""Findings for programs: JSON, GitHub annotations, SARIF."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings import render_github, render_json, render_sarif
from generator.findings.finding import Spot
from generator.findings.report import Report
from tests.findings.conftest import ERROR, FILE, MOBILE, finding

GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[Path, str], None]


def test_json(report: Report, golden: Golden) -> None:
    golden(GOLDEN / "report.json", render_json.render(report))


def test_json_has_the_documented_keys(report: Report) -> None:
    data = json.loads(render_json.render(report))
    documented = set(re.findall(r'^\s+"(\w+)": ', render_json.__doc__ or "", re.MULTILINE))
    assert set(data) | set(data["findings"][0]) <= documented | {"column"}
    assert data["counts"] == {"error": 2, "warning": 1, "note": 1}
    assert data["findings"][0]["path"] == ["linkages", 0, "guaranteed_rate"]


def test_json_without_findings(clean: Report) -> None:
    data = json.loads(render_json.render(clean))
    assert (data["files"], data["findings"], data["version"]) == (120, [], 1)


def test_github(report: Report, golden: Golden) -> None:
    golden(GOLDEN / "github.txt", render_github.render(report))


def test_github_commands_are_escaped() -> None:
    awkward = finding(ERROR, Spot("data/酥梨,50%:a.yaml", 2, 3), what="100%\r\n::error::x")
    [line] = render_github.render(Report((awkward,), 1)).splitlines()
    assert line.startswith("::error file=data/酥梨%2C50%25%3Aa.yaml,line=2,col=3,title=M901 标题M901::")
    assert "100%25  ::error::x" in line
    assert "%0A怎么改：" in line


def test_github_says_nothing_of_a_clean_register(clean: Report) -> None:
    assert render_github.render(clean) == ""


def test_github_grades(report: Report) -> None:
    commands = [line.split(" ")[0] for line in render_github.render(report, lang="en").splitlines()]
    assert commands == ["::error", "::warning", "::error", "::notice"]


def test_sarif(report: Report, golden: Golden) -> None:
    golden(GOLDEN / "report.sarif", render_sarif.render(report, version="1.0"))


def test_sarif_has_what_the_standard_demands(report: Report) -> None:
    data = json.loads(render_sarif.render(report, lang="en", version="1.0"))
    assert data["version"] == "2.1.0"
    [run] = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "gongshi"
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        [location] = result["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", artifact["uri"])
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
    assert len({json.dumps(result["partialFingerprints"]) for result in run["results"]}) == len(
        run["results"]
    )


def test_sarif_fingerprints_stay_when_lines_move() -> None:
    def fingerprint(line: int) -> object:
        moved = Report((finding(ERROR, Spot(FILE, line, 3), "x: 1"),), 1)
        return render_sarif.as_data(moved)["runs"][0]["results"][0]["partialFingerprints"]

    assert fingerprint(3) == fingerprint(40)


@pytest.mark.parametrize("render", [render_json.render, render_github.render, render_sarif.render])
def test_no_private_number_comes_through(render: Callable[[Report], str], report: Report) -> None:
    assert MOBILE not in render(report)
    assert "***********" in render(report)


def test_clauses_keep_their_ids_where_documents_are_not_known() -> None:
    report = Report((finding(ERROR, Spot(FILE)),), 1)
    data = render_json.as_data(report)["findings"][0]
    assert data["clauses"][0] == {"id": "nan-fang/4-1", "citation": "nan-fang/4-1"}
    assert data["page"] is None
