"""``gongshi check``: read and judge everything, make nothing."""

from datetime import date
from pathlib import Path

import click

from generator.build.pipeline import Options, Register
from generator.cli import choices
from generator.cli.chinese import Command
from generator.cli.progress import progress
from generator.report import exit_code, report
from generator.settings import load


@click.command(cls=Command)
@choices.shared(choices.root, choices.day, choices.lang, choices.workers, choices.form)
def check(root: Path, as_of: date | None, lang: str, jobs: int | None, form: str) -> int:
    """检查全部记录，逐条说明哪里不对、怎么改。"""
    settings = load(root)
    with progress() as tick:
        register = Register.open(root, settings, Options(as_of, workers=jobs, progress=tick))
        examined = register.examine()
    report(examined, register.reference, settings, form, lang)
    return exit_code(examined)
