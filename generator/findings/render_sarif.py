"""Findings in SARIF 2.1.0, the exchange format of code scanning tools."""

import hashlib
import json
from typing import Any
from urllib.parse import quote

from generator.findings.finding import Finding, Path, Problem
from generator.findings.report import Report, shown

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""What the output conforms to."""

_ROOT = "ROOT"


def render(report: Report, *, lang: str = "zh", version: str = "") -> str:
    """The report as SARIF text, with a line end; ``version`` is that of gongshi."""
    return json.dumps(as_data(report, lang, version), ensure_ascii=False, indent=2) + "\n"


def as_data(report: Report, lang: str = "zh", version: str = "") -> dict[str, Any]:
    """The report as SARIF data. Columns count code points; files are relative to the register's root."""
    problems = sorted({each.code: each.problem for each in report.findings}.items())
    index = {code: at for at, (code, _) in enumerate(problems)}
    driver: dict[str, Any] = {"name": "gongshi", "rules": [_rule(each, report, lang) for _, each in problems]}
    if version:
        driver["version"] = version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the register's root folder"}}},
        "results": [_result(each, index[each.code], lang) for each in report.findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(problem: Problem, report: Report, lang: str) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": problem.code,
        "shortDescription": {"text": problem.title.of(lang)},
        "fullDescription": {"text": problem.why.of(lang)},
        "help": {"text": problem.why.of(lang)},
        "defaultConfiguration": {"level": problem.grade.value},
        "properties": {"clauses": [report.cite(clause) for clause in problem.clauses]},
    }
    address = report.page_of(problem.code)
    return {**rule, "helpUri": address} if address else rule


def _result(finding: Finding, rule: int, lang: str) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": finding.spot.line, "startColumn": finding.spot.column}
    if finding.excerpt:
        region["snippet"] = {"text": shown(finding.excerpt)}
    artifact = {"uri": quote(shown(finding.spot.file)), "uriBaseId": _ROOT}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": _dotted(finding.path), "kind": "member"}]
    message = f"{shown(finding.message.of(lang))}\n{shown(finding.remedy.of(lang))}"
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.grade.value,
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {"recordPathCode/v1": _fingerprint(finding)},
    }


def _dotted(path: Path) -> str:
    return ".".join(shown(str(key)) for key in path)


def _fingerprint(finding: Finding) -> str:
    """What stays when lines move: the record (or file), the path, the code and the message."""
    who = finding.record or finding.spot.file
    what = "\n".join((who, _dotted(finding.path), finding.code, shown(finding.message.zh)))
    return hashlib.sha256(what.encode()).hexdigest()[:32]
