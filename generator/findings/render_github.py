"""Findings as GitHub workflow commands, which show them as annotations beside the changed lines."""

from generator.findings.finding import Bilingual, Finding, Grade
from generator.findings.report import Report, shown

_COMMANDS = {Grade.ERROR: "error", Grade.WARNING: "warning", Grade.NOTE: "notice"}
_MEND = Bilingual("怎么改：", "Mend: ")
_GROUND = Bilingual("依据：", "Ground: ")


def render(report: Report, *, lang: str = "zh") -> str:
    """One command a line; nothing where nothing was found."""
    return "".join(f"{_command(finding, report, lang)}\n" for finding in report.findings)


def _command(finding: Finding, report: Report, lang: str) -> str:
    values = {
        "file": shown(finding.spot.file),
        "line": finding.spot.line,
        "col": finding.spot.column,
        "title": f"{finding.code} {finding.problem.title.of(lang)}",
    }
    lines = [shown(finding.message.of(lang)), _MEND.of(lang) + shown(finding.remedy.of(lang))]
    grounds = report.grounds(finding, lang)
    if grounds:
        lines.append(_GROUND.of(lang) + grounds)
    address = report.page_of(finding.code)
    if address:
        lines.append(address)
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    text = _data("\n".join(lines))
    return f"::{_COMMANDS[finding.grade]} {properties}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
