"""What is wrong, as it stands in the browser and in the terminal."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.build.examined import Examined
from generator.findings.finding import GRADES, Finding
from generator.findings.report import shown
from generator.records.reference import Reference
from generator.report import report
from generator.serve.trouble import Trouble
from generator.settings import Settings

BROWSER = Path(__file__).parent / "browser"
_MOST = 20
"""Findings in the browser: who has more of them reads on in the terminal."""
_WORD = re.compile(r"[^\s,#]+")
_AROUND = 120
"""Characters of a source line on each side of the place."""


def overlay(trouble: Trouble, reference: Reference | None) -> str:
    """What is laid over the last good page, as HTML; empty where nothing is wrong."""
    return _template("trouble.html")(told=_told(trouble, reference)) if trouble else ""


def instead(trouble: Trouble, reference: Reference | None) -> str:
    """The page that stands where there is none yet: that one is being made, or what is wrong."""
    told = _told(trouble, reference) if trouble else None
    return _template("instead.html")(told=told)


def findings(examined: Examined, reference: Reference | None, settings: Settings) -> None:
    """Print findings as ``gongshi check`` does."""
    report(examined, reference, settings)


def _told(trouble: Trouble, reference: Reference | None) -> dict[str, object]:
    cite = _cite(reference)
    return {
        "count": len(trouble.findings),
        "files": len({each.spot.file for each in trouble.findings}),
        "findings": [_finding(each, cite) for each in trouble.findings[:_MOST]],
        "more": max(0, len(trouble.findings) - _MOST),
        "message": trouble.message,
    }


def _finding(finding: Finding, cite: Callable[[str], str]) -> dict[str, object]:
    before, marked, after = _cut(finding.excerpt, finding.spot.column)
    return {
        "grade": GRADES[finding.grade].zh,
        "code": finding.code,
        "title": finding.problem.title.zh,
        "file": shown(finding.spot.file),
        "line": finding.spot.line,
        "column": finding.spot.column,
        "before": before,
        "marked": marked,
        "after": after,
        "message": shown(finding.message.zh),
        "remedy": shown(finding.remedy.zh),
        "grounds": "、".join(map(cite, finding.clauses)),
    }


def _cut(excerpt: str, column: int) -> tuple[str, str, str]:
    """The source line: what is before the place, what stands there, what comes after.

    Private numbers are masked before it is cut.
    """
    line, at = shown(excerpt), column - 1
    before, rest = line[:at], line[at:]
    word = _WORD.match(rest)
    end = min(word.end() if word else 0, _AROUND)
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:]
    after = rest[end:]
    return before, rest[:end], after if len(after) <= _AROUND else after[:_AROUND] + "…"


def _cite(reference: Reference | None) -> Callable[[str], str]:
    if reference is None:
        return str
    policies = reference.policies
    return lambda clause: policies.cite(clause) if clause in policies.clauses else clause


@cache
def _template(name: str) -> Callable[..., str]:
    env = Environment(
        loader=FileSystemLoader(BROWSER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return env.get_template(name).render
