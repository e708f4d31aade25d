"""What a check or a build tells people and machines."""

from pathlib import Path

from generator.build.register import Examined
from generator.findings.finding import Grade
from generator.records.reference import Reference

FORMATS = ("text", "json", "github", "sarif")


def exit_code(examined: Examined) -> int:
    """0 without errors, else 1; warnings and notes are told and change nothing."""
    return 1 if examined.count(Grade.ERROR) else 0


def report(
    examined: Examined,
    reference: Reference | None,
    published: bool | None = None,
    *,
    form: str = "text",
    lang: str = "zh",
    site: Path | None = None,
) -> None:
    for each in examined.findings:
        print(each.grade, each.code, each.spot, each.message.zh)
