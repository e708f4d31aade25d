"""Findings for programs. The shape is stable: keys are added, never renamed or removed.

    {
      "version": 1,
      "files": 120,
      "counts": {"error": 1, "warning": 2, "note": 0},
      "findings": [
        {
          "code": "M001",
          "grade": "error" | "warning" | "note",
          "title": {"zh": …, "en": …},
          "file": "data/projects/SL-2023-0042.yaml",     relative to the root, with /
          "line": 23, "column": 1,                       counted from 1, columns in characters
          "path": ["linkages", 0, "guaranteed_rate"],    keys and indexes; empty for a whole file
          "record": "SL-2023-0042" | null,               the project number where it is known
          "message": {"zh": …, "en": …},
          "remedy": {"zh": …, "en": …},
          "clauses": [{"id": "changji-2023-8/16", "citation": "《昌吉细则》第十六条"}],
          "excerpt": "linkages:",                        the source line; empty where there is none
          "page": "https://…/rules/M001/index.html" | null
        }
      ]
    }

Private numbers are masked in every text.
"""

import json
from typing import Any

from generator.findings.finding import Bilingual, Finding, Grade
from generator.findings.report import Report, shown

VERSION = 1
"""The version of the shape; it changes only when a program that reads it has to change."""


def render(report: Report) -> str:
    """The report as JSON text, with a line end."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=2) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as JSON data, in the shape of this module's docstring."""
    return {
        "version": VERSION,
        "files": report.files,
        "counts": {grade.value: report.count(grade) for grade in Grade},
        "findings": [_finding(finding, report) for finding in report.findings],
    }


def texts(text: Bilingual) -> dict[str, str]:
    """A text in both languages, fit to be shown."""
    return {"zh": shown(text.zh), "en": shown(text.en)}


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "code": finding.code,
        "grade": finding.grade.value,
        "title": texts(finding.problem.title),
        "file": shown(finding.spot.file),
        "line": finding.spot.line,
        "column": finding.spot.column,
        "path": [shown(key) if isinstance(key, str) else key for key in finding.path],
        "record": finding.record,
        "message": texts(finding.message),
        "remedy": texts(finding.remedy),
        "clauses": [{"id": clause, "citation": report.cite(clause)} for clause in finding.clauses],
        "excerpt": shown(finding.excerpt),
        "page": report.page_of(finding.code),
    }
