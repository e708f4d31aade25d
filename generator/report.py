"""What a check or a build tells: the findings in the form asked for, and what became of the site."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from generator import __version__
from generator.build.examined import Examined
from generator.findings import render_github, render_json, render_people, render_sarif
from generator.findings.finding import Bilingual, Grade
from generator.findings.report import Report
from generator.pages.address import rule_address
from generator.records.reference import Reference
from generator.settings import Settings

_PUBLISHED = Bilingual("网站做好了：{site}", "The site is ready: {site}")
_UNTOUCHED = Bilingual("有错误，网站没有更新。", "There are errors; the site was not touched.")
_LEFT_OUT = Bilingual(
    "留下了 {count} 份不合格的记录，没有发布：", "{count} record(s) with errors were left out:"
)


def exit_code(examined: Examined) -> int:
    """0 without errors, else 1; warnings and notes are told and change nothing."""
    return 1 if examined.count(Grade.ERROR) else 0


def report(
    examined: Examined, reference: Reference | None, settings: Settings, form: str = "text", lang: str = "zh"
) -> None:
    """Print the findings as ``text``, ``json``, ``github`` or ``sarif``, in ``zh`` or ``en``."""
    policies = reference.policies if reference else None
    told = Report(examined.findings, examined.files, policies, _pages(settings))
    sys.stdout.write(_rendered(told, form, lang))
    sys.stdout.flush()


def outcome(examined: Examined, published: Path | None, lang: str = "zh") -> None:
    """Say what became of the site: where it lies, what was left out, or that it is untouched."""
    if published is None:
        print(_UNTOUCHED.of(lang), file=sys.stderr)
        return
    if examined.refused:
        print(_LEFT_OUT.of(lang).format(count=len(examined.refused)), file=sys.stderr)
        for file in sorted(examined.refused):
            print(f"  {file}", file=sys.stderr)
    print(_PUBLISHED.of(lang).format(site=published), file=sys.stderr)


def _rendered(told: Report, form: str, lang: str) -> str:
    if form == "json":
        return render_json.render(told)
    if form == "github":
        return render_github.render(told, lang=lang)
    if form == "sarif":
        return render_sarif.render(told, lang=lang, version=__version__)
    colour = sys.stdout.isatty()
    columns = shutil.get_terminal_size().columns if colour else 100
    return render_people.render(told, lang=lang, colour=colour, columns=columns)


def _pages(settings: Settings) -> Callable[[str], str] | None:
    if not settings.site_url:
        return None
    return lambda code: f"{settings.site_url.rstrip('/')}/{rule_address(code)}"
